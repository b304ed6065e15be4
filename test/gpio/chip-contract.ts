import assert from 'node:assert/strict';
import type { GpioChip, LineEdge, LineRef, LineRequest } from '../../src/gpio/gpio-chip.js';
import type { LineValue } from '../../src/gpio/settings.js';
import { INPUT, OUTPUT } from './settings.js';

/** A chip under test, and somebody at the other end of its lines. */
export interface ChipUnderTest extends AsyncDisposable {
  readonly chip: GpioChip;
  /** Nobody else uses these; the other end of the inputs is pulled to 0. */
  readonly inputs: readonly [LineRef, LineRef];
  readonly outputs: readonly [LineRef, LineRef, LineRef];
  readonly noLine: LineRef;
  /** Puts a level on an input; another change may follow when this resolves. */
  readonly pull: (line: LineRef, level: LineValue) => Promise<void>;
  /** The level that is measured at a line. */
  readonly levelOf: (line: LineRef) => LineValue;
  /** Lets somebody else hold a line, until it is disposed. */
  readonly takenByOther: (line: LineRef) => Promise<AsyncDisposable>;
  /** What it does not promise. */
  readonly cannot: { readonly bias?: true; readonly drive?: true; readonly timestamps?: true; readonly debounce?: true };
}

/** A sentence of the contract, true when `holds` resolves. It needs no test runner, so that it can be tried where there is none. */
export interface Clause {
  readonly name: string;
  /** What a chip that does not promise it need not keep this for. */
  readonly about?: keyof ChipUnderTest['cannot'];
  readonly holds: (under: ChipUnderTest) => Promise<void>;
}

/** Long, so that a busy machine can pull there and back within it. */
const DEBOUNCE_US = 1_000_000;
const LONGEST_MS = 10_000;

/** What every GpioChip promises, whatever is behind it. */
export const chipContract: readonly Clause[] = [
  {
    name: 'is ACTIVE, and knows its lines',
    async holds({ chip, inputs: [input], noLine }) {
      await active(chip);
      assert.equal(typeof chip.facts(input).offset, 'number');
      assert.equal(chip.facts(input).consumer, '');
      assert.throws(() => chip.facts(noLine), { code: 'notFound' });
    },
  },
  {
    name: 'shows the values of outputs from the first moment, active low ones too',
    async holds({ chip, outputs: [lamp, relay], levelOf }) {
      await active(chip);
      take(chip, [
        { line: lamp, settings: OUTPUT, value: 1 },
        { line: relay, settings: { ...OUTPUT, activeLow: true }, value: 1 },
      ]);
      assert.deepEqual([levelOf(lamp), levelOf(relay)], [1, 0]);
      assert.deepEqual([chip.read(lamp), chip.read(relay)], [1, 1]);
      assert.equal(chip.facts(lamp).consumer === '', false);
    },
  },
  {
    name: 'sets several outputs in one call, and leaves the others alone',
    async holds({ chip, outputs: [first, second, third], levelOf }) {
      await active(chip);
      take(chip, [
        { line: first, settings: OUTPUT, value: 0 },
        { line: second, settings: { ...OUTPUT, activeLow: true }, value: 0 },
        { line: third, settings: OUTPUT, value: 1 },
      ]);
      chip.set(valuesOf([first, 1], [second, 1]));
      assert.deepEqual([first, second, third].map(levelOf), [1, 0, 1]);
      assert.deepEqual(
        [first, second, third].map((line) => chip.read(line)),
        [1, 1, 1],
      );
    },
  },
  {
    name: 'sets nothing when one of the lines is an input, or is not held',
    async holds({ chip, inputs: [input, other], outputs: [lamp], levelOf }) {
      await active(chip);
      take(chip, [
        { line: lamp, settings: OUTPUT, value: 0 },
        { line: input, settings: INPUT, value: 0 },
      ]);
      assert.throws(() => chip.set(valuesOf([lamp, 1], [input, 1])), { code: 'invalid' });
      assert.throws(() => chip.set(valuesOf([lamp, 1], [other, 1])), { code: 'unavailable' });
      assert.equal(levelOf(lamp), 0);
    },
  },
  {
    name: 'reads an input as it is pulled, and the other way round when it is active low',
    async holds({ chip, inputs: [input, low], pull }) {
      await active(chip);
      take(chip, [
        { line: input, settings: INPUT, value: 0 },
        { line: low, settings: { ...INPUT, activeLow: true }, value: 0 },
      ]);
      assert.deepEqual([chip.read(input), chip.read(low)], [0, 1]);
      await pull(input, 1);
      await pull(low, 1);
      assert.deepEqual([chip.read(input), chip.read(low)], [1, 0]);
    },
  },
  {
    name: 'tells each edge once, in order, numbered, and with its time',
    async holds({ chip, inputs: [input], pull, cannot }) {
      await active(chip);
      const heard = take(chip, [{ line: input, settings: { ...INPUT, edge: 'BOTH' }, value: 0 }]);
      for (const level of [1, 0, 1] as const) await changed(heard, () => pull(input, level));
      assert.deepEqual(
        heard.edges.map(({ line, edge, lineSeqno }) => ({ line, edge, lineSeqno })),
        (['RISING', 'FALLING', 'RISING'] as const).map((edge, at) => ({ line: input, edge, lineSeqno: at + 1 })),
      );
      for (const { time, timestampNs } of heard.edges) {
        assert.ok(Math.abs(Date.now() - time) < LONGEST_MS, `an edge of ${new Date(time).toISOString()}`);
        assert.equal(typeof timestampNs, cannot.timestamps ? 'undefined' : 'bigint');
      }
      assert.equal(chip.counters.edges, 3);
      assert.equal(chip.counters.lostEdges, 0);
    },
  },
  {
    name: 'tells of the edges that are wanted, and of an active low line those of what is active',
    async holds({ chip, inputs: [input, low], pull }) {
      await active(chip);
      const heard = take(chip, [
        { line: input, settings: { ...INPUT, edge: 'FALLING' }, value: 0 },
        { line: low, settings: { ...INPUT, edge: 'RISING', activeLow: true }, value: 0 },
      ]);
      await pull(input, 1);
      await pull(low, 1);
      await changed(heard, () => pull(low, 0));
      await changed(heard, () => pull(input, 0));
      assert.deepEqual(
        heard.edges.map(({ line, edge }) => [line, edge]),
        [
          [low, 'RISING'],
          [input, 'FALLING'],
        ],
      );
    },
  },
  {
    name: 'tells nothing that is shorter than the line is debounced',
    about: 'debounce',
    async holds({ chip, inputs: [input], pull }) {
      await active(chip);
      const heard = take(chip, [{ line: input, settings: { ...INPUT, edge: 'BOTH', debounceUs: DEBOUNCE_US }, value: 0 }]);
      await pull(input, 1);
      await pull(input, 0);
      await changed(heard, () => pull(input, 1));
      chip.configure({ line: input, settings: { ...INPUT, edge: 'BOTH' }, value: 0 });
      await pull(input, 0);
      await pull(input, 1);
      await heard.until(3);
      assert.deepEqual(
        heard.edges.map(({ edge }) => edge),
        ['RISING', 'FALLING', 'RISING'],
      );
    },
  },
  {
    name: 'lets a line behave in another way, and leaves the others alone',
    async holds({ chip, inputs: [input], outputs: [lamp, relay], levelOf, pull }) {
      await active(chip);
      const heard = take(chip, [
        { line: input, settings: { ...INPUT, edge: 'BOTH' }, value: 0 },
        { line: lamp, settings: OUTPUT, value: 1 },
        { line: relay, settings: OUTPUT, value: 1 },
      ]);
      chip.set(valuesOf([relay, 0]));
      chip.configure({ line: input, settings: INPUT, value: 0 });
      await pull(input, 1);
      chip.configure({ line: lamp, settings: { ...OUTPUT, activeLow: true }, value: 1 });
      assert.deepEqual([levelOf(lamp), levelOf(relay), chip.read(lamp)], [0, 0, 1]);
      chip.configure({ line: input, settings: { ...INPUT, edge: 'BOTH' }, value: 0 });
      await changed(heard, () => pull(input, 0));
      assert.deepEqual(
        heard.edges.map(({ edge }) => edge),
        ['FALLING'],
      );
    },
  },
  {
    name: 'lets an input become an output and an input again, whose edges were told',
    async holds({ chip, inputs: [input], outputs: [lamp], levelOf, pull }) {
      await active(chip);
      take(chip, [
        { line: input, settings: { ...INPUT, edge: 'BOTH' }, value: 0 },
        { line: lamp, settings: OUTPUT, value: 1 },
      ]);
      await pull(input, 0);
      chip.configure({ line: input, settings: OUTPUT, value: 1 });
      assert.equal(levelOf(input), 1);
      chip.configure({ line: input, settings: INPUT, value: 0 });
      // where nothing pulls, a line may keep the level that it was driven to
      await pull(input, 0);
      assert.equal(chip.read(input), 0);
      assert.throws(() => chip.set(valuesOf([input, 1])), { code: 'invalid' });
    },
  },
  {
    name: 'tells the edges of what was an output, and goes on with those that are',
    async holds({ chip, outputs: [door, lamp, relay], levelOf, pull }) {
      await active(chip);
      const request = (line: LineRef): LineRequest => ({ line, settings: OUTPUT, value: 1 });
      const heard = take(chip, [door, lamp, relay].map(request));
      chip.configure({ line: door, settings: INPUT, value: 0 });
      await pull(door, 0);
      chip.configure({ line: door, settings: { ...INPUT, edge: 'BOTH' }, value: 0 });
      await changed(heard, () => pull(door, 1));
      assert.deepEqual(
        heard.edges.map(({ line, edge }) => [line, edge]),
        [[door, 'RISING']],
      );
      chip.set(valuesOf([lamp, 0]));
      assert.deepEqual([lamp, relay].map(levelOf), [0, 1]);
    },
  },
  {
    name: 'takes an input that is to be pulled and an output that only pulls down, or refuses them as it promises',
    async holds({ chip, inputs: [input], outputs: [lamp], cannot }) {
      await active(chip);
      const failed = chip.take(
        [
          { line: input, settings: { ...INPUT, bias: 'PULL_UP' }, value: 0 },
          { line: lamp, settings: { ...OUTPUT, drive: 'OPEN_DRAIN' }, value: 0 },
        ],
        () => undefined,
      );
      assert.equal(failed.get(input)?.code, cannot.bias && 'invalid');
      assert.equal(failed.get(lamp)?.code, cannot.drive && 'invalid');
    },
  },
  {
    name: 'gives the lines that can be had, and says of each other one why it cannot',
    async holds({ chip, outputs: [free, busy, alsoFree], noLine, takenByOther, levelOf }) {
      await active(chip);
      const request = (line: LineRef): LineRequest => ({ line, settings: OUTPUT, value: 1 });
      {
        await using _other = await takenByOther(busy);
        const failed = chip.take([free, busy, alsoFree, noLine].map(request), () => undefined);
        assert.deepEqual([...failed.keys()].sort(), [busy, noLine].sort());
        assert.deepEqual([failed.get(busy)?.code, failed.get(noLine)?.code], ['unavailable', 'notFound']);
        assert.match(failed.get(busy)?.message ?? '', /somebody else/);
        assert.deepEqual([free, alsoFree].map(levelOf), [1, 1]);
        assert.throws(() => chip.read(busy), { code: 'unavailable' });
      }
      take(chip, [request(busy)]);
      assert.equal(levelOf(busy), 1);
    },
  },
  {
    name: 'holds the lines that it took, and no others',
    async holds({ chip, inputs: [input], outputs: [lamp, busy, other], noLine, takenByOther }) {
      await active(chip);
      await using _other = await takenByOther(busy);
      chip.take(
        [
          { line: input, settings: INPUT, value: 0 },
          ...[lamp, busy, noLine].map((line): LineRequest => ({ line, settings: OUTPUT, value: 0 })),
        ],
        () => undefined,
      );
      assert.deepEqual(
        [input, lamp, busy, other, noLine].map((line) => chip.holds(line)),
        [true, true, false, false, false],
      );
    },
  },
];

/** Resolves when the chip is there. */
export async function active({ health }: GpioChip): Promise<void> {
  if (health.value.state === 'ACTIVE') return;
  await new Promise<void>((resolve, reject) => {
    const patience = setTimeout(() => reject(new Error(`the chip is SUSPENDED: ${health.value.reason ?? ''}`)), LONGEST_MS);
    const watching = health.watch(({ state }) => {
      if (state !== 'ACTIVE') return;
      watching[Symbol.dispose]();
      clearTimeout(patience);
      resolve();
    });
  });
}

class Heard {
  readonly edges: LineEdge[] = [];
  private waiting: (() => void) | undefined;

  readonly told = (edge: LineEdge): void => {
    this.edges.push(edge);
    this.waiting?.();
  };

  /** Resolves when so many edges were told, from the first. */
  async until(count: number): Promise<void> {
    let patience: NodeJS.Timeout | undefined;
    await new Promise<void>((resolve, reject) => {
      patience = setTimeout(() => reject(new Error(`${this.edges.length} edges were told, expected ${count}`)), LONGEST_MS);
      this.waiting = () => {
        if (this.edges.length >= count) resolve();
      };
      this.waiting();
    });
    clearTimeout(patience);
    this.waiting = undefined;
  }
}

/** Takes lines, all of them. */
function take(chip: GpioChip, requests: readonly LineRequest[]): Heard {
  const heard = new Heard();
  const failed = chip.take(requests, heard.told);
  assert.deepEqual([...failed.values()].map(String), []);
  return heard;
}

/** Changes an input, and waits until its edge is told. */
async function changed(heard: Heard, change: () => Promise<void>): Promise<void> {
  const before = heard.edges.length;
  await Promise.all([change(), heard.until(before + 1)]);
  assert.equal(heard.edges.length, before + 1);
}

function valuesOf(...values: readonly (readonly [LineRef, LineValue])[]): ReadonlyMap<LineRef, LineValue> {
  return new Map(values);
}
