import { type BackOff, waitOf } from '../back-off.js';
import type { Clock } from '../clock.js';
import { messageOf } from '../errors.js';
import { pinnedSocket } from '../outgoing/pinned-socket.js';
import type { Reach } from '../outgoing/reach.js';
import { Session } from './session.js';
import { type BrokerTarget, placeOf, type Will } from './target.js';

const BACK_OFF: BackOff = { firstMs: 1_000, longestMs: 60_000 };

export interface BrokerParts {
  readonly target: BrokerTarget;
  readonly clock: Clock;
  readonly reach: Reach;
  /** 0 to 1, as Math.random */
  readonly random?: () => number;
}

/** What is done with a broker. */
export interface BrokerUse {
  readonly will?: Will;
  /**
   * Uses one connection, until it has ended or `stop` aborts.
   *
   * @throws GatewayError when the connection is of no use; there is another one later
   */
  use(session: Session, stop: AbortSignal): Promise<void>;
  /** Is told why there is no connection. */
  failed(reason: string): void;
}

/** Keeps a connection to a broker, and makes another one whenever it has ended. */
export class Broker {
  constructor(private readonly parts: BrokerParts) {}

  /** @returns when `stop` has aborted and the connection is closed; never rejects */
  async run(task: BrokerUse, stop: AbortSignal): Promise<void> {
    const { clock, random = Math.random } = this.parts;
    const isOver = () => stop.aborted;
    for (let failures = 0; !isOver();) {
      try {
        await this.once(task, stop, () => (failures = 0));
      } catch (error) {
        if (!isOver()) task.failed(messageOf(error));
      }
      if (!isOver()) await clock.sleep(waitOf(BACK_OFF, ++failures, random), stop);
    }
  }

  private async once(task: BrokerUse, stop: AbortSignal, connected: () => void): Promise<void> {
    const { target, reach } = this.parts;
    const place = { ...placeOf(target.url), ca: target.ca };
    await using session = await Session.open(() => pinnedSocket(reach, place), target, task.will);
    connected();
    await task.use(session, stop);
    if (!stop.aborted && session.signal.aborted) task.failed(String(session.signal.reason));
  }
}
