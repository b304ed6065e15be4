import { RecordingDirectory } from '../../../src/camera/recordings/directory.js';
import { WriteClient } from '../../../src/destinations/client.js';
import { TimelyHistory } from '../../../src/sensors/timely-history.js';
import { Store } from '../../../src/store/store.js';

/** What a gateway does wrong, so that a test is known to see it. */
export type Mistake = keyof typeof MISTAKES;

/** Before the gateway is made: from now on it makes this mistake. */
export function make(mistake: Mistake): void {
  MISTAKES[mistake]();
}

const MISTAKES = {
  /** A batch counts as delivered before anybody has answered. */
  moveBeforeTheAnswer: () =>
    changeCursor((cursor) => ({
      ...cursor,
      async read(range, limit) {
        const slice = await cursor.read(range, limit);
        const last = slice.rows.at(-1);
        if (last) await cursor.settle({ live: last.seq, behind: [] });
        return slice;
      },
    })),

  /** Whatever a server says, or does not, counts as success. */
  believeEveryAnswer: () => {
    // eslint-disable-next-line @typescript-eslint/unbound-method -- it is called with its own `this`
    const write = WriteClient.prototype.write;
    WriteClient.prototype.write = async function (this: WriteClient, ...args) {
      await write.apply(this, args).catch(() => undefined);
      return { status: 204, body: '' };
    };
  },

  /** A line that is sent again is another line. */
  sendWithTheTimeOfSending: () =>
    changeCursor((cursor) => ({
      ...cursor,
      async read(range, limit) {
        const slice = await cursor.read(range, limit);
        const now = Date.now(); // far from what tests produce, and another one each time
        return { ...slice, rows: slice.rows.map(({ seq, point }, at) => ({ seq, point: { ...point, time: now + at } })) };
      },
    })),

  /** What is to be written is acknowledged, and forgotten when it cannot be. */
  acknowledgeBeforeTheCommit: () => {
    // eslint-disable-next-line @typescript-eslint/unbound-method -- it is called with its own `this`
    const append = TimelyHistory.prototype.append;
    TimelyHistory.prototype.append = function (this: TimelyHistory, ...args) {
      append.apply(this, args).catch(() => undefined);
      return Promise.resolve();
    };
  },

  /** A still is answered as if it were on disk, where nobody has written it. */
  answerWithoutTheStill: () => {
    RecordingDirectory.prototype.writeContent = () => Promise.resolve();
  },
} as const;

type Cursor = ReturnType<Store['cursor']>;

function changeCursor(change: (cursor: Cursor) => Cursor): void {
  // eslint-disable-next-line @typescript-eslint/unbound-method -- it is called with its own `this`
  const cursor = Store.prototype.cursor;
  Store.prototype.cursor = function (this: Store, destination) {
    return change(cursor.call(this, destination));
  };
}
