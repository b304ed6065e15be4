import { createHash, randomBytes } from 'node:crypto';
import type { Json } from '../json.js';
import { Serial } from '../registry/serial.js';
import type { Change, State } from '../registry/state.js';
import type { Client, Role } from './client.js';
import type { Clients } from './clients.js';
import type { ForwardTime } from './forward-time.js';

const COLLECTION = 'sessions';
/** Unused for so long, it ends. */
const IDLE_MS = 12 * 3_600_000;
/** However much it is used, it ends. */
const LONGEST_MS = 30 * 86_400_000;
/** Its use is written no more often, for every writing wears the card; after a restart it may end so much sooner. */
const NOTED_MS = 3_600_000;
const MOST = 100;

/** A person who has signed in at the panel. As it stands in the state, save that `usedAt` there may be older. */
export interface Session {
  /** The hash of what the cookie holds, base64url: nobody can come in with it. */
  readonly id: string;
  readonly clientId: string;
  /** The client's; another one ends it. */
  readonly generation: string;
  readonly role: Role;
  /** ms since the epoch, as are the others */
  readonly createdAt: number;
  readonly usedAt: number;
  /** When its use was written last. */
  readonly notedAt: number;
}

export interface SessionsParts {
  readonly state: State;
  readonly clients: Pick<Clients, 'find'>;
  readonly time: ForwardTime;
  /** How many there may be, 100 unless given; the one that was unused for longest gives way. */
  readonly most?: number;
}

/**
 * Who has signed in. A session ends 12 h after its last use, 30 days after it began, when somebody signs out, and as soon as its client
 * is changed to have its tokens ended. What is answered is on disk.
 */
export class Sessions {
  private readonly changes = new Serial();
  private readonly most: number;

  private constructor(
    private readonly parts: SessionsParts,
    /** By id. */
    private readonly kept: Map<string, Session>,
  ) {
    this.most = parts.most ?? MOST;
  }

  /** After the clock was put back (`ForwardTime.wasPutBack`), all of before have ended. */
  static async load(parts: SessionsParts): Promise<Sessions> {
    const kept = (await parts.state.load(COLLECTION)) as unknown as ReadonlyMap<string, Session>;
    const sessions = new Sessions(parts, new Map(kept));
    if (parts.time.wasPutBack) await sessions.endAll();
    return sessions;
  }

  get size(): number {
    return this.kept.size;
  }

  /**
   * @returns the session, and what its cookie is to hold: this once and never again
   * @throws GatewayError `unavailable` when it cannot be kept
   */
  async begin({ clientId, generation }: Client, role: Role): Promise<{ readonly session: Session; readonly secret: string }> {
    const secret = randomBytes(32).toString('base64url');
    const now = Math.floor(this.parts.time.now());
    const session = Object.freeze({ id: idOf(secret), clientId, generation, role, createdAt: now, usedAt: now, notedAt: now });
    await this.changes.run(async () => {
      const leaving = this.leaving();
      await this.parts.state.commit([...leaving.map(gone), written(session)]);
      for (const { id } of leaving) this.kept.delete(id);
      this.kept.set(session.id, session);
    });
    return { session, secret };
  }

  /**
   * The session of a cookie, which is used by that.
   *
   * @throws GatewayError `unavailable` when it cannot be noted
   */
  async use(secret: string): Promise<Session | undefined> {
    return this.changes.run(async () => {
      const session = this.kept.get(idOf(secret));
      if (!session || !this.isAlive(session)) return undefined;
      const usedAt = Math.floor(this.parts.time.now());
      const isToBeNoted = usedAt - session.notedAt >= NOTED_MS;
      const used = Object.freeze({ ...session, usedAt, ...(isToBeNoted ? { notedAt: usedAt } : {}) });
      if (isToBeNoted) await this.parts.state.commit([written(used)]);
      this.kept.set(used.id, used);
      return used;
    });
  }

  /** Whether the session of a cookie goes on; it is not used by that. */
  goesOn(secret: string): boolean {
    return this.has(idOf(secret));
  }

  /** Whether there is such a session, and it goes on. */
  has(id: string): boolean {
    const session = this.kept.get(id);
    return session !== undefined && this.isAlive(session);
  }

  /**
   * Signs out, whether anybody was signed in or not.
   *
   * @throws GatewayError `unavailable` when it cannot be kept
   */
  async end(secret: string): Promise<void> {
    await this.drop((session) => session.id === idOf(secret));
  }

  /** @throws GatewayError `unavailable` when it cannot be kept */
  async endAll(): Promise<void> {
    await this.drop(() => true);
  }

  /**
   * Forgets those that have ended.
   *
   * @throws GatewayError `unavailable`; nothing is lost by it
   */
  async sweep(): Promise<void> {
    await this.drop((session) => !this.isAlive(session));
  }

  private async drop(isToGo: (session: Session) => boolean): Promise<void> {
    await this.changes.run(async () => {
      const leaving = [...this.kept.values()].filter(isToGo);
      if (leaving.length === 0) return;
      await this.parts.state.commit(leaving.map(gone));
      for (const { id } of leaving) this.kept.delete(id);
    });
  }

  /** Who makes room for one more. */
  private leaving(): readonly Session[] {
    const [alive, ended] = [true, false].map((wanted) => [...this.kept.values()].filter((one) => this.isAlive(one) === wanted));
    const byUse = (alive ?? []).sort((a, b) => a.usedAt - b.usedAt);
    return [...(ended ?? []), ...byUse.slice(0, Math.max(0, byUse.length + 1 - this.most))];
  }

  private isAlive({ clientId, generation, createdAt, usedAt }: Session): boolean {
    const now = this.parts.time.now();
    const client = this.parts.clients.find(clientId);
    const isYoung = now < usedAt + IDLE_MS && now < createdAt + LONGEST_MS;
    return isYoung && client?.generation === generation && !client.disabled;
  }
}

function idOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

function written(session: Session): Change {
  return { collection: COLLECTION, id: session.id, body: session as unknown as Json };
}

function gone({ id }: Session): Change {
  return { collection: COLLECTION, id };
}
