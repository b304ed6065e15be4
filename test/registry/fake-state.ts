import { GatewayError } from '../../src/errors.js';
import type { Json } from '../../src/json.js';
import type { Change, State } from '../../src/registry/state.js';

/** A state in memory. A test can make its commits fail, or hold them until it lets them go. */
export class FakeState implements State {
  readonly documents = new Map<string, Json>();
  failing = false;
  /** How often a gateway was started with it. */
  runs = 0;
  /** What every commit waits for. */
  held: Promise<void> = Promise.resolve();
  /** And what every load waits for. */
  loading: Promise<void> = Promise.resolve();

  async load(collection: string): Promise<ReadonlyMap<string, Json>> {
    await this.loading;
    const entries = [...this.documents].filter(([key]) => key.startsWith(`${collection}/`));
    return new Map(entries.map(([key, body]) => [key.slice(collection.length + 1), body]));
  }

  /** A store gives documents in an order of its own. */
  reverse(): void {
    const entries = [...this.documents].reverse();
    this.documents.clear();
    for (const [key, body] of entries) this.documents.set(key, body);
  }

  async commit(changes: readonly Change[]): Promise<void> {
    await this.held;
    if (this.failing) throw new GatewayError('unavailable', 'the disk is full');
    for (const { collection, id, body } of changes) {
      if (body === undefined) this.documents.delete(`${collection}/${id}`);
      else this.documents.set(`${collection}/${id}`, JSON.parse(JSON.stringify(body)) as Json);
    }
  }
}

/** A state that keeps what it is given in another one, a real one, and counts runs all the same. */
export function onDisk(state: State, runs: number): FakeState {
  const load = (collection: string) => state.load(collection);
  const commit = (changes: readonly Change[]) => state.commit(changes);
  return Object.assign(new FakeState(), { load, commit, runs });
}
