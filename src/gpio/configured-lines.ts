import { isDeepStrictEqual } from 'node:util';
import type { Json } from '../json.js';
import type { State } from '../registry/state.js';
import type { Line } from './line.js';
import type { LineSettings } from './settings.js';

const COLLECTION = 'gpio-lines';

/** It counts as long as what the owner says of the line is what it was then. */
interface Configured {
  readonly owners: ReturnType<typeof ownersOf>;
  readonly settings: LineSettings;
}

/** How clients have configured lines, kept over restarts. */
export class ConfiguredLines {
  constructor(private readonly state: State) {}

  /** Lets lines that are not taken yet be as clients have configured them. */
  async recall(lines: readonly Line[]): Promise<void> {
    const kept = (await this.state.load(COLLECTION)) as unknown as ReadonlyMap<string, Configured>;
    for (const line of lines) {
      const configured = kept.get(line.lineId);
      if (configured && isDeepStrictEqual(configured.owners, ownersOf(line))) line.recall(configured.settings);
    }
  }

  async keep(line: Line): Promise<void> {
    const body = { owners: ownersOf(line), settings: line.settings } satisfies Configured as unknown as Json;
    await this.state.commit([{ collection: COLLECTION, id: line.lineId, body }]);
  }
}

/** Where the line is, what clients may change of it, and how it is unless they do. */
function ownersOf({ chip: { chipId }, config: { line, free, settings } }: Line) {
  return { chipId, line, free, settings };
}
