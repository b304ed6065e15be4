import { Worker } from 'node:worker_threads';
import { GatewayError, messageOf } from '../errors.js';
import type { CallName, Message, Request, StoreCalls } from './calls.js';

type Arguments<Name extends CallName> = Parameters<StoreCalls[Name]>;
type Result<Name extends CallName> = ReturnType<StoreCalls[Name]>;

interface Pending {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: GatewayError) => void;
}

/** What the main thread knows of the thread that owns the databases. */
export class StoreThread {
  private readonly worker = new Worker(new URL('./worker.js', import.meta.url));
  private readonly pending = new Map<number, Pending>();
  private lastId = 0;
  private death?: GatewayError;

  /**
   * @param report is told what the log should say
   * @param died is told once when the thread is gone, for whatever reason
   */
  constructor(
    private readonly report: (message: string) => void,
    private readonly died: (error: GatewayError) => void,
  ) {
    this.worker.on('message', (message: Message) => this.receive(message));
    this.worker.on('error', (error) => this.end(`the store's thread died: ${messageOf(error)}`));
    this.worker.on('exit', () => this.end('the store is closed'));
  }

  /**
   * Calls are done one after the other, in the order in which they were made.
   *
   * @throws GatewayError as the call does, `unavailable` when the thread is gone before it has answered
   */
  call<Name extends CallName>(name: Name, ...args: Arguments<Name>): Promise<Result<Name>> {
    return new Promise<unknown>((resolve, reject) => {
      if (this.death) throw this.death;
      const id = ++this.lastId;
      this.worker.postMessage({ id, name, args } satisfies Request);
      this.pending.set(id, { resolve, reject });
    }) as Promise<Result<Name>>;
  }

  async terminate(): Promise<void> {
    await this.worker.terminate();
  }

  private receive(message: Message): void {
    if ('report' in message) {
      this.report(message.report);
      return;
    }
    const pending = this.pending.get(message.id);
    this.pending.delete(message.id);
    if ('result' in message) pending?.resolve(message.result);
    else pending?.reject(new GatewayError(message.refusal.code, message.refusal.message));
  }

  private end(reason: string): void {
    if (this.death) return;
    this.death = new GatewayError('unavailable', reason);
    for (const { reject } of this.pending.values()) reject(this.death);
    this.pending.clear();
    this.died(this.death);
  }
}
