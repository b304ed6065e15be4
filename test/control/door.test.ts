import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { askDoor } from '../../src/control/ask-door.js';
import { Door } from '../../src/control/door.js';
import { GatewayError } from '../../src/errors.js';
import { tempDirectory } from '../temp-directory.js';

const services = {
  echo: (asked: unknown) => Promise.resolve({ asked }),
  refuse: () => Promise.reject(new GatewayError('invalid', 'not like this')),
  fail: () => Promise.reject(new Error('the password is swordfish')),
};

describe('The door', () => {
  it('answers whoever owns the gateway, and can be opened by nobody else', async () => {
    using dir = tempDirectory();
    await using _door = await Door.open(dir.path, services);
    expect(await askDoor(dir.path, 'echo', { role: 'viewer' })).toEqual({ asked: { role: 'viewer' } });
    const mode = (path: string) => statSync(join(dir.path, path)).mode & 0o777;
    expect([mode('control'), mode('control/umec.sock')]).toEqual([0o700, 0o600]);
  });

  it('closes a folder that was open to others', async () => {
    using dir = tempDirectory();
    mkdirSync(join(dir.path, 'control'), { mode: 0o777 });
    await using _door = await Door.open(dir.path, services);
    expect(statSync(join(dir.path, 'control')).mode & 0o777).toBe(0o700);
  });

  it('is found behind a path that is longer than the kernel takes for a socket', async () => {
    using dir = tempDirectory();
    const deep = join(dir.path, 'a'.repeat(100), 'b'.repeat(100));
    mkdirSync(deep, { recursive: true });
    await using _door = await Door.open(deep, services);
    expect(await askDoor(deep, 'echo')).toEqual({ asked: {} });
  });

  it('opens where a gateway that died has left its socket', async () => {
    using dir = tempDirectory();
    const dead = await Door.open(dir.path, services);
    await using _door = await Door.open(dir.path, services);
    expect(await askDoor(dir.path, 'echo')).toEqual({ asked: {} });
    await dead[Symbol.asyncDispose]();
  });

  it('says what is wrong in its own words, and nothing of what nobody foresaw', async () => {
    using dir = tempDirectory();
    const given: string[] = [];
    await using _door = await Door.open(dir.path, services, (service) => given.push(service));
    await askDoor(dir.path, 'echo');
    await expect(askDoor(dir.path, 'refuse')).rejects.toThrow('not like this');
    await expect(askDoor(dir.path, 'nothing')).rejects.toThrow('there is no POST /nothing here');
    await expect(askDoor(dir.path, 'fail')).rejects.toThrow('the gateway failed; its log says why');
    await expect(askDoor(dir.path, 'echo', { much: 'x'.repeat(20_000) })).rejects.toThrow(/at most|answers/);
    expect(given).toEqual(['echo']);
  });

  it('is missed where no gateway runs', async () => {
    using dir = tempDirectory();
    await expect(askDoor(dir.path, 'echo')).rejects.toMatchObject({ code: 'unavailable' });
    const door = await Door.open(dir.path, services);
    await door[Symbol.asyncDispose]();
    await expect(askDoor(dir.path, 'echo')).rejects.toThrow('no gateway answers');
  });
});
