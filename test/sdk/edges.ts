import type { TestGateway } from '../gateway.js';

interface Edge {
  readonly lineId: string;
  readonly edge: 'RISING' | 'FALLING';
}

/** What lines do from now on, as the gateway tells it. */
export class Edges {
  private constructor(private readonly events: AsyncGenerator<{ readonly data?: unknown }, undefined>) {}

  static async of(gateway: TestGateway, signal: AbortSignal): Promise<Edges> {
    return new Edges(await gateway.events('lines/**', signal));
  }

  /** The first edges of a line; waits until there are as many. */
  async of(lineId: string, count: number): Promise<readonly Edge[]> {
    const found: Edge[] = [];
    while (found.length < count) {
      const { value, done } = await this.events.next();
      if (done) throw new Error(`there were only ${found.length} edges of ${lineId}`);
      const edge = value.data as Edge;
      if (edge.lineId === lineId) found.push(edge);
    }
    return found;
  }
}
