import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestGateway } from '../../gateway.js';

const MAC = 'CB:B8:33:4C:88:4F';
const OTHER = 'CB:B8:33:4C:88:50';
const token = 'what-the-attic-shows';
/** The published valid vector of data format 5, with another sequence number and the address. */
const data = (sequence: string, mac: string) =>
  `0201061BFF99040512FC5394C37C0004FFFC040CAC3642${sequence}${mac.replaceAll(':', '')}`;

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await TestGateway.start({
    devices: { radios: { attic: { driver: 'ruuvi-gateway', token } } },
    sensors: { names: { [MAC]: '=Sauna, "up"' } },
  });
  for (const [sequence, mac] of [['00CD', MAC], ['00CE', MAC], ['00CD', OTHER]]) await bring(data(sequence ?? '', mac ?? ''), mac ?? ''); // prettier-ignore
  const body = JSON.stringify([{ measurement: 'people', tags: { gate: 'north' }, fields: { count: 3 } }]);
  const added = await gateway.get('/sensors/v1/readings', {
    ...{ method: 'POST', body, headers: { 'Content-Type': 'application/json' } },
  });
  expect(added.status).toBe(204);
});
afterAll(() => gateway.stop());

async function bring(said: string, mac: string): Promise<void> {
  const answer = await fetch(`${gateway.url}/sensors/v1/receivers/attic/advertisements`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
    body: JSON.stringify({ data: { gw_mac: 'AA:BB:CC:DD:EE:FF', tags: { [mac]: { rssi: -60, data: said } } } }),
  });
  expect(answer.status).toBe(200);
}

/** Status, content type and text of what is asked for in a form. */
async function ask(path: string, accept: string) {
  const answer = await gateway.get(`/sensors/v1${path}`, { headers: { Accept: accept } });
  const { status, headers } = answer;
  const [type, link, vary] = ['Content-Type', 'Link', 'Vary'].map((name) => headers.get(name));
  return { status, type, link, vary, lines: (await answer.text()).split(/\r?\n/).slice(0, -1) };
}

const readings = `/tags/${MAC}/readings`;

describe('Readings of a tag', () => {
  it('are a table as CSV, with the columns that are wanted, page after page', async () => {
    const { status, type, vary, link, lines } = await ask(`${readings}?fields=temperature,dewPoint&limit=1`, 'text/csv');
    expect([status, type]).toEqual([200, 'text/csv;charset=utf-8;header=present']);
    expect(vary).toMatch(/\bAccept\b/);
    expect(lines[0]).toBe('time,mac,name,dataFormat,receiver,temperature,dewPoint');
    expect(lines[1]).toMatch(/^\d{4}-.*Z,CB:B8:33:4C:88:4F,"'=Sauna, ""up""",5,attic,24\.3,14\.\d+$/);
    expect(lines.length).toBe(2);
    const next = /<([^>]*)>; *rel="next"/.exec(link ?? '')?.[1] ?? '';
    const second = await ask(next.replace(/^.*\/sensors\/v1/, ''), 'text/csv');
    expect([second.status, second.lines.length, second.lines[0], second.link]).toEqual([200, 2, lines[0], null]);
  });

  it('are a line of JSON each as NDJSON', async () => {
    const { type, lines } = await ask(readings, 'application/x-ndjson');
    expect(type).toBe('application/x-ndjson');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(await gateway.json(`/sensors/v1${readings}`));
  });

  it('have the fields that are wanted and no others', async () => {
    const [first] = await gateway.json<object[]>(`/sensors/v1${readings}?fields=humidity`);
    expect(Object.keys(first ?? {}).sort()).toEqual(['dataFormat', 'humidity', 'mac', 'name', 'receiver', 'time']);
  });

  it.each(['?fields=warmth', '?fields=', '?fields=temperature,,humidity'])('are refused with %s', async (query) => {
    expect((await gateway.get(`/sensors/v1${readings}${query}`)).status).toBe(400);
  });

  it('are to be had in no other form', async () => {
    expect((await ask(readings, 'text/html')).status).toBe(406);
    expect((await ask(readings, 'text/html, text/csv;q=0.1')).type).toMatch(/^text\/csv/);
    expect((await ask(readings, '*/*')).type).toBe('application/json');
  });
});

describe('Statistics of a tag', () => {
  it('are a table and lines too', async () => {
    const path = `/tags/${MAC}/statistics?every=1d&fields=temperature`;
    const { lines } = await ask(path, 'text/csv');
    expect(lines[0]).toBe(`time,${['count', 'mean', 'min', 'max', 'first', 'last'].map((one) => `temperature_${one}`).join()}`);
    const counts = lines.slice(1).map((line) => Number(line.split(',')[1]));
    expect(counts.reduce((sum, one) => sum + one, 0)).toBe(2);
    const told = (await ask(path, 'application/x-ndjson')).lines.map((line) => JSON.parse(line) as unknown);
    expect(told).toEqual(await gateway.json(`/sensors/v1${path}`));
  });
});

describe('Readings of applications', () => {
  it('are a table and lines too', async () => {
    const { lines } = await ask('/readings?measurement=people', 'text/csv');
    expect(lines[0]).toBe('time,measurement,tags,fields');
    expect(lines[1]).toMatch(/^\S+Z,people,"\{""gate"":""north""\}","\{""count"":3\}"$/);
    const told = (await ask('/readings?measurement=people', 'application/x-ndjson')).lines;
    expect(told.map((line) => JSON.parse(line) as unknown)).toMatchObject([{ fields: { count: 3 } }]);
  });
});

describe('The list of tags', () => {
  const macs = async (query: string) => (await gateway.json<{ mac: string }[]>(`/sensors/v1/tags${query}`)).map(({ mac }) => mac);

  it('is filtered', async () => {
    expect(await macs('')).toEqual([MAC, OTHER]);
    expect(await macs(`?filter=(eq,mac,${OTHER})`)).toEqual([OTHER]);
    expect(await macs(`?filter=(neq,mac,${OTHER})`)).toEqual([MAC]);
  });

  it.each(['?filter=(eq,colour,red)', '?filter=(eq,mac', '?fields=colour'])('is refused with %s', async (query) => {
    expect((await gateway.get(`/sensors/v1/tags${query}`)).status).toBe(400);
  });
});
