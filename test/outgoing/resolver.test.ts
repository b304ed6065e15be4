import { describe, expect, it } from '@jest/globals';
import { Resolver } from '../../src/outgoing/resolver.js';
import { GatewayError } from '../../src/errors.js';
import { ManualClock } from '../manual-clock.js';

/** A name server that answers when the test says so. */
class HandLookup {
  readonly asked: string[] = [];
  private readonly open = new Map<string, { resolve: (addresses: string[]) => void; reject: (error: Error) => void }>();

  readonly lookup = (host: string): Promise<string[]> => {
    this.asked.push(host);
    return new Promise((resolve, reject) => this.open.set(host, { resolve, reject }));
  };

  answer(host: string, ...addresses: string[]): void {
    this.open.get(host)?.resolve(addresses);
  }

  fail(host: string): void {
    this.open.get(host)?.reject(new Error(`getaddrinfo ENOTFOUND ${host}`));
  }
}

const start = () => {
  const clock = new ManualClock();
  const names = new HandLookup();
  return { clock, names, resolver: new Resolver(clock, names.lookup) };
};

const caught = (promise: Promise<unknown>): Promise<unknown> => promise.catch((error: unknown) => error);

describe('The resolver', () => {
  it('asks once for all who ask at the same time', async () => {
    const { names, resolver } = start();
    const both = Promise.all([resolver.addresses('app'), resolver.addresses('app')]);
    names.answer('app', '10.0.0.1', 'fd00::1');
    expect(await both).toEqual([
      ['10.0.0.1', 'fd00::1'],
      ['10.0.0.1', 'fd00::1'],
    ]);
    expect(names.asked).toEqual(['app']);
  });

  it('keeps an answer for 10 s', async () => {
    const { clock, names, resolver } = start();
    const first = resolver.addresses('app');
    names.answer('app', '10.0.0.1');
    await first;
    await clock.advance(9_999);
    expect(await resolver.addresses('app')).toEqual(['10.0.0.1']);
    expect(names.asked).toEqual(['app']);
    await clock.advance(1);
    const second = resolver.addresses('app');
    names.answer('app', '10.0.0.2');
    expect(await second).toEqual(['10.0.0.2']);
  });

  it('keeps a failure for 30 s, and says what it was', async () => {
    const { clock, names, resolver } = start();
    const first = caught(resolver.addresses('app'));
    names.fail('app');
    expect(await first).toEqual(new GatewayError('unavailable', 'app cannot be resolved: getaddrinfo ENOTFOUND app'));
    await clock.advance(29_999);
    expect(await caught(resolver.addresses('app'))).toMatchObject({ code: 'unavailable' });
    expect(names.asked).toEqual(['app']);
    await clock.advance(1);
    const again = resolver.addresses('app');
    names.answer('app', '10.0.0.1');
    expect(await again).toEqual(['10.0.0.1']);
  });

  it('takes a name without an address for a failure', async () => {
    const { names, resolver } = start();
    const asked = caught(resolver.addresses('app'));
    names.answer('app');
    expect(await asked).toEqual(new GatewayError('unavailable', 'app cannot be resolved: it has no address'));
  });

  it('takes what throws for a failure', async () => {
    const resolver = new Resolver(new ManualClock(), () => {
      throw new Error('no such thing');
    });
    expect(await caught(resolver.addresses('app'))).toMatchObject({ message: 'app cannot be resolved: no such thing' });
  });

  it('takes at most 16 addresses', async () => {
    const { names, resolver } = start();
    const asked = resolver.addresses('app');
    names.answer('app', ...Array.from({ length: 100 }, (_, at) => `10.0.0.${at}`));
    expect(await asked).toHaveLength(16);
  });

  it('asks for two names at once; the others wait in line', async () => {
    const { clock, names, resolver } = start();
    const all = Promise.all(['a', 'b', 'c', 'd'].map((host) => resolver.addresses(host)));
    await clock.advance(0);
    expect(names.asked).toEqual(['a', 'b']);
    names.answer('b', '10.0.0.2');
    await clock.advance(0);
    expect(names.asked).toEqual(['a', 'b', 'c']);
    names.answer('a', '10.0.0.1');
    names.answer('c', '10.0.0.3');
    await clock.advance(0);
    names.answer('d', '10.0.0.4');
    expect(await all).toEqual([['10.0.0.1'], ['10.0.0.2'], ['10.0.0.3'], ['10.0.0.4']]);
  });

  it('does not let a name that was answered before wait for those that nobody answers', async () => {
    const { clock, names, resolver } = start();
    const first = resolver.addresses('app');
    names.answer('app', '10.0.0.1');
    await first;
    await clock.advance(10_000);
    const dead = ['a', 'b', 'c'].map((host) => caught(resolver.addresses(host)));
    const again = resolver.addresses('app');
    expect(names.asked).toEqual(['app', 'a', 'b', 'app']);
    names.answer('app', '10.0.0.2');
    expect(await again).toEqual(['10.0.0.2']);
    expect(names.asked).toHaveLength(4);
    await clock.advance(5_000);
    await Promise.all(dead);
  });

  it('lets nobody wait for more than 5 s, while a slow question holds its place', async () => {
    const { clock, names, resolver } = start();
    const slow = caught(Promise.all([resolver.addresses('a'), resolver.addresses('b')]));
    await clock.advance(4_999);
    const later = caught(resolver.addresses('c'));
    await clock.advance(1);
    expect(await slow).toMatchObject({ code: 'unavailable', message: 'no name server has answered for a in time' });
    await clock.advance(5_000);
    expect(await later).toMatchObject({ message: 'no name server has answered for c in time' });
    expect(names.asked).toEqual(['a', 'b']);
  });

  it('asks no more for what nobody waits for', async () => {
    const { clock, names, resolver } = start();
    const given = ['a', 'b', 'c'].map((host) => caught(resolver.addresses(host)));
    await clock.advance(5_000);
    await Promise.all(given);
    const wanted = resolver.addresses('d');
    names.answer('a', '10.0.0.1');
    await clock.advance(0);
    expect(names.asked).toEqual(['a', 'b', 'd']);
    names.answer('d', '10.0.0.4');
    expect(await wanted).toEqual(['10.0.0.4']);
    expect(await resolver.addresses('a')).toEqual(['10.0.0.1']); // late, and welcome
  });

  it('goes on asking for one who waits when another gives up', async () => {
    const { clock, names, resolver } = start();
    const busy = ['a', 'b'].map((host) => caught(resolver.addresses(host)));
    const stop = new AbortController();
    const impatient = caught(resolver.addresses('c', stop.signal));
    const patient = resolver.addresses('c');
    stop.abort();
    expect(await impatient).toMatchObject({ code: 'unavailable' });
    names.fail('a');
    await clock.advance(0);
    names.answer('c', '10.0.0.3');
    expect(await patient).toEqual(['10.0.0.3']);
    names.fail('b');
    await Promise.all(busy);
  });

  it('does not wait for one who has given up before', async () => {
    const { resolver } = start();
    expect(await caught(resolver.addresses('a', AbortSignal.abort()))).toMatchObject({ code: 'unavailable' });
  });

  it('bounds the names that wait', async () => {
    const { clock, resolver } = start();
    const all = Array.from({ length: 1_000 }, (_, at) => caught(resolver.addresses(`host-${at}`)));
    expect(await caught(resolver.addresses('one-more'))).toMatchObject({ message: 'too many host names wait to be resolved' });
    await clock.advance(5_000);
    await Promise.all(all);
  });

  it('remembers a thousand names, and forgets the oldest', async () => {
    const asked: string[] = [];
    const resolver = new Resolver(new ManualClock(), async (host) => {
      asked.push(host);
      return ['10.0.0.1'];
    });
    for (let at = 0; at <= 1_000; at++) await resolver.addresses(`host-${at}`);
    await resolver.addresses('host-1');
    expect(asked).toHaveLength(1_001);
    await resolver.addresses('host-0');
    expect(asked).toHaveLength(1_002);
  });

  it('counts a name that was asked for again among the newest', async () => {
    const asked: string[] = [];
    const clock = new ManualClock();
    const resolver = new Resolver(clock, async (host) => {
      asked.push(host);
      return ['10.0.0.1'];
    });
    for (let at = 0; at < 1_000; at++) await resolver.addresses(`host-${at}`);
    await clock.advance(10_000);
    for (const host of ['host-0', 'host-1000', 'host-0']) await resolver.addresses(host);
    expect(asked.slice(1_000)).toEqual(['host-0', 'host-1000']);
  });

  it('asks the system, whose file of hosts knows this machine', async () => {
    const addresses = await new Resolver(new ManualClock()).addresses('localhost');
    expect(['127.0.0.1', '::1']).toEqual(expect.arrayContaining([...addresses]));
  });
});
