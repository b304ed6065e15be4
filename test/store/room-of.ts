import type { WaitingRoom } from '../../src/sensors/waiting-room.js';
import type { HistoryDatabase } from '../../src/store/history-database.js';

/** Where points wait, without a thread between. */
export function roomOf(history: HistoryDatabase): WaitingRoom {
  return {
    hold: async (points, taken) => void history.append([{ points, taken }]),
    release: async (now, isKnown) => history.release(now, isKnown),
    waiting: async () => history.held.all(),
  };
}
