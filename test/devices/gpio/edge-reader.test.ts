import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EdgeReader } from '../../../src/devices/gpio/edge-reader.js';
import { type Libc, loadLibc } from '../../../src/devices/libc.js';
import { LINE_EVENT_SIZE, type LineEvent } from '../../../src/devices/gpio/uapi.js';
import { ROOT } from '../../docs/blocks.js';
import { tempDirectory } from '../../temp-directory.js';

/** An event as the kernel writes it; see uapi.ts. */
function bytesOf({ offset, edge, timestampNs, lineSeqno }: LineEvent): Uint8Array {
  const bytes = new Uint8Array(LINE_EVENT_SIZE);
  new BigUint64Array(bytes.buffer)[0] = timestampNs;
  new Uint32Array(bytes.buffer).set([edge === 'RISING' ? 1 : 2, offset, 0, lineSeqno], 2);
  return bytes;
}

function edgeOf(offset: number, lineSeqno: number): LineEvent {
  return { offset, edge: lineSeqno % 2 === 1 ? 'RISING' : 'FALLING', timestampNs: BigInt(lineSeqno), lineSeqno };
}

describe('EdgeReader', () => {
  let dir: ReturnType<typeof tempDirectory>;
  let libc: Libc;
  /** Pipes, which can be waited for and read as the lines of a chip can. */
  let lines: number[];
  beforeEach(async () => {
    dir = tempDirectory();
    libc = await loadLibc('pins');
    lines = ['a', 'b'].map((name) => {
      execFileSync('mkfifo', [join(dir.path, name)]);
      return openSync(join(dir.path, name), 'r+');
    });
  });
  afterEach(() => {
    for (const fd of lines) closeSync(fd);
    dir[Symbol.dispose]();
  });

  /** Watches a line. */
  function hear(reader: EdgeReader, fd: number) {
    const events: LineEvent[] = [];
    let waiting: () => void = () => undefined;
    reader.watch(fd, (more) => {
      events.push(...more);
      waiting();
    });
    const until = async (count: number) => {
      while (events.length < count) await new Promise<void>((resolve) => (waiting = resolve));
    };
    return { events, until };
  }

  it('tells the edges of each line to whoever watches it, in order, also more than are read at once', async () => {
    await using reader = new EdgeReader(libc);
    const [a = 0, b = 0] = lines;
    const [heardA, heardB] = [hear(reader, a), hear(reader, b)];
    const many = Array.from({ length: 40 }, (_, at) => edgeOf(17, at + 1));
    for (const event of many) writeSync(a, bytesOf(event));
    writeSync(b, bytesOf(edgeOf(27, 1)));
    await Promise.all([heardA.until(40), heardB.until(1)]);
    expect(heardA.events).toEqual(many);
    expect(heardB.events).toEqual([edgeOf(27, 1)]);
  });

  it('tells nothing of a line that is not watched any more, and goes on with the others', async () => {
    await using reader = new EdgeReader(libc);
    const [a = 0, b = 0] = lines;
    const [heardA, heardB] = [hear(reader, a), hear(reader, b)];
    writeSync(a, bytesOf(edgeOf(17, 1)));
    await heardA.until(1);
    await reader.unwatch(a);
    writeSync(a, bytesOf(edgeOf(17, 2)));
    writeSync(b, bytesOf(edgeOf(27, 1)));
    await heardB.until(1);
    expect(heardA.events).toHaveLength(1);
    // what nobody has read is still there
    expect(libc.poll([a], 0)).toEqual([a]);
  });

  it('watches again what it had let go', async () => {
    await using reader = new EdgeReader(libc);
    const [a = 0] = lines;
    const first = hear(reader, a);
    await reader.unwatch(a);
    const second = hear(reader, a);
    writeSync(a, bytesOf(edgeOf(17, 1)));
    await second.until(1);
    expect(first.events).toEqual([]);
  });

  it('has no thread as long as nothing is watched, and ends it when it is disposed', async () => {
    const reader = new EdgeReader(libc);
    await reader.unwatch(7);
    await reader[Symbol.asyncDispose]();
    const busy = new EdgeReader(libc);
    hear(busy, lines[0] ?? 0);
    await busy[Symbol.asyncDispose]();
    await busy[Symbol.asyncDispose]();
    expect(process.listeners('exit').map(({ name }) => name)).not.toContain('end');
  });

  describe('does not keep a process that', () => {
    const ways: readonly (readonly [name: string, statement: string, code: number])[] = [
      ['lets it go', 'await reader[Symbol.asyncDispose]();', 0],
      ['has nothing else to do', '', 0],
      ['exits', 'process.exit(3);', 3],
      ['fails', 'setTimeout(() => { throw new Error("on purpose"); }, 1);', 1],
    ];

    it.each(ways)('%s', async (_, statement, code) => {
      const gpio = `${ROOT}/dist/src/devices/gpio`;
      const program = `
        import { openSync, writeSync } from 'node:fs';
        import { EdgeReader } from '${gpio}/edge-reader.js';
        import { loadLibc } from '${ROOT}/dist/src/devices/libc.js';
        const fd = openSync('${join(dir.path, 'a')}', 'r+');
        const reader = new EdgeReader(await loadLibc('pins'));
        const waiting = setInterval(() => {}, 1_000);
        await new Promise((resolve) => {
          reader.watch(fd, resolve);
          writeSync(fd, new Uint8Array(${LINE_EVENT_SIZE}));
        });
        // by then it waits again, which cannot be seen from outside
        await new Promise((resolve) => setTimeout(resolve, 100));
        clearInterval(waiting);
        console.log('ending');
        ${statement}`;
      writeFileSync(join(dir.path, 'program.mjs'), program);
      const child = spawn(process.execPath, [join(dir.path, 'program.mjs')], { stdio: ['ignore', 'pipe', 'ignore'] });
      const ended = once(child, 'exit');
      await Promise.race([once(child.stdout, 'data'), ended]);
      const began = performance.now();
      expect(await ended).toEqual([code, null]);
      // where nobody wakes the thread, it waits for 10 s
      expect(performance.now() - began).toBeLessThan(5_000);
    });
  });
});
