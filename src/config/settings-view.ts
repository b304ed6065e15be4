import { GatewayError } from '../errors.js';
import { ConfigError } from './error.js';
import { hidden } from './hidden.js';
import { parseConfig } from './config.js';
import type { Config } from './schema.js';
import { withoutSecrets } from '../without-secrets.js';

export interface Validation {
  readonly valid: boolean;
  /** For people; none when it is valid. */
  readonly faults: readonly string[];
}

const MOST_FAULTS = 100;
const LONGEST_FAULT = 1_024;
/** A thousand tags that encrypt have 3000. */
const MOST_VALUES = 4_096;

/** What the gateway is configured to do, as it may be shown, and what another configuration would come to. */
export class SettingsView {
  /** Without secrets. */
  readonly shown: Readonly<Record<string, unknown>>;

  /** @param env what counts before a file's words */
  constructor(
    config: Config,
    private readonly env: Readonly<Record<string, string | undefined>>,
  ) {
    // text by text: over all of them, what stands between two would be taken for a part of an address
    const each = (_key: string, value: unknown) => (typeof value === 'string' ? withoutSecrets(value) : value);
    this.shown = JSON.parse(JSON.stringify(hidden(config)), each) as Record<string, unknown>;
  }

  /**
   * @param document as `umec.yaml` would have it; nothing that it names is looked for
   * @throws GatewayError `tooLarge` for what no configuration has, and would take long to judge
   */
  validate(document: unknown): Validation {
    requireBearable(document);
    try {
      parseConfig(document, this.env);
      return { valid: true, faults: [] };
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      const faults = withoutSecrets(error.message).split('\n').slice(0, MOST_FAULTS);
      return { valid: false, faults: faults.map((fault) => fault.slice(0, LONGEST_FAULT)) };
    }
  }
}

/** How deep it is was judged where the request came in. */
function requireBearable(document: unknown): void {
  if (countOf(document) > MOST_VALUES) throw new GatewayError('tooLarge', `expected at most ${MOST_VALUES} settings`);
}

function countOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 1;
  return Object.values(value).reduce((count: number, inner) => count + countOf(inner), 1);
}
