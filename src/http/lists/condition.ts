import { GatewayError } from '../../errors.js';

const SHOWN = 100;

/** One condition of a filter, as it was written: `(op,attr/attr,value,value)`. */
export interface Condition {
  readonly text: string;
  readonly operator: string;
  readonly path: readonly string[];
  /** Without their quotes. */
  readonly values: readonly string[];
}

/** @throws GatewayError `invalid`, always */
export function refuse({ text }: Pick<Condition, 'text'>, why: string): never {
  throw new GatewayError('invalid', `query filter has ${shortened(text)}: ${why}`);
}

/** What a client wrote is shown to it again, but not pages of it. */
export function shortened(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}
