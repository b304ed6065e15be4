import { once } from 'node:events';
import { expect, it } from '@jest/globals';
import { ask, type RunningLab, serviceState } from './running-lab.js';
import { untilSeen } from './until-seen.js';

/** What the gateway has of the chip: a line by its name on the board, and others by their offsets. */
export const CHIPS = {
  board: {
    driver: 'auto',
    label: 'lab-pins',
    lines: {
      door: { line: 'pin-3', name: 'the door', direction: 'INPUT', bias: 'PULL_DOWN', edge: 'BOTH' },
      5: { direction: 'OUTPUT', initial: 1 },
      6: { direction: 'OUTPUT', activeLow: true },
      7: { direction: 'OUTPUT' },
    },
  },
};

interface EdgeEvent {
  readonly subject: string;
  readonly data: { readonly edge: string; readonly sequence: number; readonly timestampNs: string; readonly time: string };
}

/** The gateway's pins, when all is well and when it is not. */
export function pins(running: () => RunningLab): void {
  const line = <T>(lineId: string) => ask<T>(running().gateway, `/gpio/v1/lines/${lineId}`);
  const set = (lineId: string, value: number) => running().gateway.send('PUT', `/gpio/v1/lines/${lineId}/value`, { value });

  it('show what they are to show from the start', async () => {
    expect(await running().pins.levels(5, 6)).toEqual([1, 1]);
    expect(await ask(running().gateway, '/gpio/v1/values')).toMatchObject({ 5: 1, 6: 0, door: 0 });
    expect(await line('door')).toMatchObject({
      driver: 'gpiochip',
      offset: 3,
      lineName: 'pin-3',
      consumer: 'umec',
      state: 'ACTIVE',
    });
  });

  it('are set from here and measured at the other side, one or several', async () => {
    expect(await (await set('5', 0)).json()).toEqual({ value: 0 });
    expect(await running().pins.levels(5)).toEqual([0]);
    const several = await running().gateway.send('PATCH', '/gpio/v1/values', { 5: 1, 6: 1 });
    expect(await several.json()).toEqual({ 5: 1, 6: 1 });
    expect(await running().pins.levels(5, 6)).toEqual([1, 0]);
  });

  it('are pulled at the other side, which is read here and told by WebSocket with the kernel’s time', async () => {
    const socket = running().gateway.webSocket('/events/v1?topic=lines/**');
    await once(socket, 'open');
    for (const [level, edge] of [
      [1, 'RISING'],
      [0, 'FALLING'],
    ] as const) {
      // prettier-ignore
      const told = once(socket, 'message') as Promise<[Buffer]>;
      await running().pins.pull(3, level);
      const { subject, data } = JSON.parse((await told)[0].toString()) as EdgeEvent;
      expect([subject, data.edge]).toEqual(['lines/door/edge', edge]);
      expect(BigInt(data.timestampNs)).toBeGreaterThan(0n);
      expect(await line('door')).toMatchObject({ value: level, lastEdge: { edge, sequence: data.sequence, time: data.time } });
    }
    socket.close();
  });

  it('are not to be had while another program holds them, and are had as soon as it lets go', async () => {
    const held = await line<{ reason: string }>('7');
    expect(held).toMatchObject({
      state: 'SUSPENDED',
      consumer: 'gpiomon',
      reason: expect.stringMatching(/somebody else holds line 7 \(gpiomon\)/),
    });
    const refused = await set('7', 1);
    expect([refused.status, await refused.json()]).toEqual([
      503,
      expect.objectContaining({ detail: expect.stringMatching(/gpiomon/) }),
    ]);
    const active = running().events.next('line-7', 'ACTIVE');
    await running().pins.letGo();
    await running().report.time('a line was let go: until it is ACTIVE', () => active);
    expect((await set('7', 1)).status).toBe(200);
    expect(await running().pins.levels(7)).toEqual([1]);
  });

  it('outlive their chip', async () => {
    const { pins, events, report, gateway } = running();
    const suspended = events.next('line-5', 'SUSPENDED');
    await pins.pullOut();
    const { reason } = await report.time('the chip was pulled out: until its lines are SUSPENDED', () => suspended);
    expect(reason).toMatch(/chip board is away/);
    expect((await set('5', 1)).status).toBe(503);
    await untilSeen(async () => (await serviceState(gateway, 'umec-line-5')) === 'SUSPENDED');
    const active = events.next('line-5', 'ACTIVE');
    await pins.plugIn();
    await report.time('the chip is back: until its lines are ACTIVE', () => active);
    expect(await pins.levels(5, 6)).toEqual([1, 1]);
    await untilSeen(async () => (await serviceState(gateway, 'umec-line-5')) === 'ACTIVE');
  });
}
