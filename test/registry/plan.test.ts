import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Plan, PLAN_FILE, type PlanPicture } from '../../src/registry/plan.js';
import { tempDirectory } from '../temp-directory.js';

let directory: ReturnType<typeof tempDirectory>;
let path: string;
let reported: string[];
beforeEach(() => {
  directory = tempDirectory();
  path = join(directory.path, PLAN_FILE);
  reported = [];
});
afterEach(() => directory[Symbol.dispose]());

/** What is drawn is what was sent, and one byte. */
const drawn = (file: Uint8Array): Promise<PlanPicture> =>
  Promise.resolve({ bytes: Buffer.concat([file, Buffer.of(1)]), width: 3, height: 2 });
const load = (draw = drawn) => Plan.load({ dir: directory.path, draw, report: (message) => reported.push(message) });
const unchecked = () => undefined;
const [one, two] = [Buffer.from('one'), Buffer.from('two')];

describe('The plan', () => {
  it('is none at first, then what was drawn of what was sent, then another, then none, and each over a restart', async () => {
    const plan = await load();
    expect(plan.get()).toBeUndefined();
    for (const file of [one, two]) {
      expect(await plan.put(file, unchecked)).toMatchObject({ width: 3, height: 2 });
      for (const now of [plan, await load()]) expect(Buffer.from(now.get() ?? '')).toEqual(Buffer.concat([file, Buffer.of(1)]));
    }
    expect([readdirSync(directory.path), statSync(path).mode & 0o777]).toEqual([[PLAN_FILE], 0o600]);
    await plan.remove(unchecked);
    for (const now of [plan, await load()]) expect(now.get()).toBeUndefined();
    await expect(plan.remove(unchecked)).rejects.toMatchObject({ code: 'notFound', message: 'there is no plan' });
    expect(readdirSync(directory.path)).toEqual([]);
  });

  it('is what it was where it is not what was thought, cannot be drawn, or cannot be kept', async () => {
    let draw = drawn;
    const plan = await load((file) => draw(file));
    await plan.put(one, unchecked);
    const before = plan.get();
    const not = () => {
      throw new Error('no');
    };
    await expect(plan.put(two, not)).rejects.toThrow('no');
    await expect(plan.remove(not)).rejects.toThrow('no');
    draw = () => Promise.reject(new Error('no picture'));
    await expect(plan.put(two, unchecked)).rejects.toThrow('no picture');
    draw = () => Promise.resolve({ bytes: Buffer.alloc(16_777_217), width: 1, height: 1 });
    await expect(plan.put(two, unchecked)).rejects.toMatchObject({ code: 'tooLarge' });
    draw = drawn;
    // nobody writes over a folder
    mkdirSync(`${path}.part`);
    await expect(plan.put(two, unchecked)).rejects.toMatchObject({ code: 'unavailable', retryAfterMs: expect.any(Number) });
    expect(plan.get()).toBe(before);
    expect(readFileSync(path)).toEqual(Buffer.from(before ?? ''));
    expect(reported).toEqual([expect.stringContaining('EISDIR')]);
    rmdirSync(`${path}.part`);
    await plan.put(two, unchecked);
    expect(Buffer.from(plan.get() ?? '').toString('latin1')).toBe('two\x01');
  });

  it('is changed by one of two who have seen the same', async () => {
    const plan = await load();
    await plan.put(one, unchecked);
    const seen = plan.get();
    const unchanged = (present?: Uint8Array) => {
      if (present !== seen) throw new Error('it is another');
    };
    const asked = await Promise.allSettled([plan.put(one, unchanged), plan.put(two, unchanged), plan.remove(unchanged)]);
    expect(asked.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
  });

  it('is drawn one at a time, and of too many at once the last are refused', async () => {
    let drawing = 0;
    let most = 0;
    const plan = await load(async (file) => {
      most = Math.max(most, ++drawing);
      const picture = await drawn(file);
      drawing--;
      return picture;
    });
    const asked = await Promise.allSettled(Array.from({ length: 6 }, () => plan.put(one, unchecked)));
    expect(asked.map(({ status }) => status)).toEqual([...Array<string>(4).fill('fulfilled'), 'rejected', 'rejected']);
    expect(asked[5]).toMatchObject({ reason: { code: 'unavailable' } });
    expect(most).toBe(1);
  });

  it.each([
    ['a folder', () => mkdirSync(path)],
    ['a way to another file', () => symlinkSync('/etc/hostname', path)],
    [
      'larger than any',
      () => {
        writeFileSync(path, '');
        truncateSync(path, 16_777_217);
      },
    ],
  ])('is none where its file is %s, which is reported and left', async (_what, make) => {
    make();
    const plan = await load();
    expect(plan.get()).toBeUndefined();
    expect(reported).toEqual([expect.stringContaining('is not shown: expected a file of at most')]);
    expect(existsSync(path)).toBe(true);
  });
});
