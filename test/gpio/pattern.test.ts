import { describe, expect, it } from '@jest/globals';
import { type Pattern, Player } from '../../src/gpio/pattern.js';
import { ManualClock } from '../manual-clock.js';

const blink: Pattern = {
  steps: [
    { value: 1, durationMs: 100 },
    { value: 0, durationMs: 200 },
  ],
  repeat: 2,
};

function play(pattern: Pattern, clock: ManualClock | LateClock = new ManualClock()) {
  const shown: [at: number, value: number][] = [];
  const player = new Player(pattern, (value) => shown.push([clock.monotonic(), value]), clock);
  return { player, shown, clock };
}

/** Whose timers come so much later, or earlier, than asked for. */
class LateClock extends ManualClock {
  constructor(private readonly lateMs: number) {
    super();
  }

  override sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return super.sleep(Math.max(1, ms + this.lateMs), signal);
  }
}

describe('A pattern', () => {
  it('shows each step for its time, as often as it is to be repeated', async () => {
    const { player, shown, clock } = play(blink);
    await clock.advance(599);
    expect(player.progress).toMatchObject({ state: 'RUNNING', steps: 3 });
    await clock.advance(1);
    await player.ended;
    expect(shown).toEqual([
      [0, 1],
      [100, 0],
      [300, 1],
      [400, 0],
    ]);
    expect(player.progress).toMatchObject({ state: 'DONE', steps: 4, latestMs: 0, meanLateMs: 0 });
  });

  it('shows at last what it is to show afterwards', async () => {
    const { shown, clock } = play({ steps: [{ value: 1, durationMs: 500 }], repeat: 1, finally: 0 });
    await clock.advance(500);
    expect(shown).toEqual([
      [0, 1],
      [500, 0],
    ]);
  });

  it('says how late it was, and makes no step shorter for it', async () => {
    const { player, shown, clock } = play(blink, new LateClock(7));
    await clock.advance(1_000);
    expect(shown.map(([at]) => at)).toEqual([0, 107, 314, 421]);
    expect(player.progress).toMatchObject({ state: 'DONE', latestMs: 7, meanLateMs: 7 });
  });

  it('waits on when a timer comes early', async () => {
    const { player, shown, clock } = play(blink, new LateClock(-30));
    for (let ms = 0; ms < 700; ms++) await clock.advance(1);
    expect(shown.map(([at]) => at)).toEqual([0, 100, 300, 400]);
    expect(player.progress.state).toBe('DONE');
  });

  it('leaves what it shows when it is stopped', async () => {
    const { player, shown, clock } = play({ ...blink, finally: 0 });
    await clock.advance(50);
    player.stop();
    await player.ended;
    await clock.advance(1_000);
    expect(shown).toEqual([[0, 1]]);
    expect(player.progress).toMatchObject({ state: 'STOPPED', steps: 0 });
    player.stop();
  });

  it('has FAILED, with the reason, when the line is lost', async () => {
    const clock = new ManualClock();
    const lost = () => {
      throw new Error('the chip has gone');
    };
    const player = new Player(blink, lost, clock);
    await player.ended;
    expect(player.progress).toMatchObject({ state: 'FAILED', reason: 'the chip has gone' });
  });
});
