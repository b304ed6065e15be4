import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { GatewayError, messageOf } from '../errors.js';
import type { CallName, Message, Refusal, Request, StoreCalls } from './calls.js';
import { DiskFailure } from './disk-failure.js';

type Arguments<Name extends CallName> = Parameters<StoreCalls[Name]>;
type Result<Name extends CallName> = ReturnType<StoreCalls[Name]>;

interface Pending {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** The thread may be in the midst of a large deletion. The store has waited for the disk as long before: 6 s in all. */
const PATIENCE_MS = 3_000;

/** What the main thread knows of the thread that owns the databases. */
export class StoreThread {
  private readonly worker = new Worker(new URL('./worker.js', import.meta.url));
  private readonly pending = new Map<number, Pending>();
  private lastId = 0;
  private death?: GatewayError;
  /** What waits while the thread is to do nothing. */
  private held?: Request[] | undefined;

  /**
   * @param report is told what the log should say
   * @param died is told once when the thread is gone, for whatever reason
   */
  constructor(
    private readonly report: (message: string) => void,
    private readonly died: (error: GatewayError) => void,
  ) {
    this.worker.on('message', (message: Message) => this.receive(message));
    this.worker.on('error', (error) => this.bury(`the store's thread died: ${messageOf(error)}`));
    this.worker.on('exit', () => this.bury('the store has ended'));
  }

  /**
   * Calls are done one after the other, in the order in which they were made.
   *
   * @throws DiskFailure when the disk would not
   * @throws GatewayError as the call does, `unavailable` when SQLite fails or the thread is gone before it has answered
   * @throws Error for a mistake of ours, which was reported
   */
  call<Name extends CallName>(name: Name, ...args: Arguments<Name>): Promise<Result<Name>> {
    return new Promise<unknown>((resolve, reject) => {
      if (this.death) throw this.death;
      const id = ++this.lastId;
      this.pending.set(id, { resolve, reject });
      this.post({ id, name, args });
    }) as Promise<Result<Name>>;
  }

  /** Calls made from now on wait; those made before are done. */
  pause(): void {
    this.held ??= [];
  }

  /** What waits is done, in the order in which it was called. */
  resume(): void {
    const held = this.held ?? [];
    this.held = undefined;
    for (const request of held) this.post(request);
  }

  /**
   * Ends the thread once it has done what it is at. It ends itself, for a thread that is torn out of libsql's native code takes
   * the whole process with it; only one that hangs is torn.
   */
  async end(): Promise<void> {
    if (this.death) return;
    this.resume();
    const ended = once(this.worker, 'exit');
    this.worker.postMessage('exit');
    const patience = setTimeout(() => void this.worker.terminate(), PATIENCE_MS);
    await ended;
    clearTimeout(patience);
  }

  private post(request: Request): void {
    if (this.held) this.held.push(request);
    else this.worker.postMessage(request);
  }

  private receive(message: Message): void {
    if ('report' in message) {
      this.report(message.report);
      return;
    }
    const pending = this.pending.get(message.id);
    this.pending.delete(message.id);
    if ('result' in message) pending?.resolve(message.result);
    else if ('fault' in message) pending?.reject(new Error(message.fault));
    else pending?.reject(toError(message.refusal));
  }

  private bury(reason: string): void {
    if (this.death) return;
    this.death = new GatewayError('unavailable', reason);
    for (const { reject } of this.pending.values()) reject(this.death);
    this.pending.clear();
    this.died(this.death);
  }
}

function toError({ code, message, trouble }: Refusal): GatewayError {
  return trouble ? new DiskFailure(trouble, message) : new GatewayError(code, message);
}
