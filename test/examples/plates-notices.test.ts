import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

interface Notices {
  listen(host: string, port: number): Promise<string>;
  close(): void;
}

const load = () =>
  import(pathToFileURL(join(process.cwd(), 'examples/plates/notices.js')).href) as Promise<{
    Notices: new (told: (notice: unknown) => void) => Notices;
  }>;
/** Not every container has it. */
const hasIPv6 = Object.values(networkInterfaces()).some((all) => all?.some(({ address }) => address === '::1'));

const ending = { notificationType: 'AppTerminationNotification', operationAction: 'STOPPING' };

describe('What comes in at examples/plates', () => {
  const told: unknown[] = [];
  let notices: Notices;
  let address: string;

  beforeAll(async () => {
    const { Notices } = await load();
    notices = new Notices((notice) => told.push(notice));
    address = await notices.listen('127.0.0.1', 0);
  });
  afterAll(() => notices.close());

  it('comes to one address, which stands in brackets where that is of IPv6', async () => {
    const { Notices } = await load();
    const others = new Notices(() => undefined);
    await expect(others.listen('0.0.0.0', 0)).rejects.toThrow('0.0.0.0 is no address that the gateway reaches this program at');
    await expect(others.listen('::', 0)).rejects.toThrow(':: is no address');
    if (!hasIPv6) return;
    expect(await others.listen('::1', 0)).toMatch(/^http:\/\/\[::1]:\d+\//);
    others.close();
  });

  it('is a notification, also of a sender that does not say how long it is', async () => {
    const halves = [JSON.stringify(ending).slice(0, 20), JSON.stringify(ending).slice(20)];
    expect(await post(address, halves)).toBe(204);
    expect(told.splice(0)).toEqual([ending]);
  });

  it.each([
    [400, 'is no JSON', () => post(address, ['no JSON'])],
    [400, 'is no object', () => post(address, ['null'])],
    [404, 'comes to another address than the one that only the gateway knows', () => post(new URL('/', address).href, ['{}'])],
  ])('is answered %i when it %s', async (status, _, posting) => {
    expect(await posting()).toBe(status);
    expect(told).toEqual([]);
  });

  it('is cut off with 413 when it does not end', async () => {
    const question = request(address, { method: 'POST' });
    question.write(' '.repeat(65_536));
    question.write(' ');
    const [answer] = (await once(question, 'response')) as [IncomingMessage];
    answer.resume();
    await once(question, 'close');
    expect(answer.statusCode).toBe(413);
    expect(told).toEqual([]);
  });
});

/** In chunks, without a length. @returns the status */
async function post(url: string, chunks: readonly string[]): Promise<number | undefined> {
  const question = request(url, { method: 'POST' });
  const answered = once(question, 'response') as Promise<[IncomingMessage]>;
  for (const chunk of chunks) question.write(chunk);
  question.end();
  const [answer] = await answered;
  answer.resume();
  return answer.statusCode;
}
