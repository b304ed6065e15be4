import { appendFileSync } from 'node:fs';
import type { Account } from './account.js';

/** A row of what `npm run test:faults` says at its end. */
export interface Row extends Account {
  readonly fault: string;
  readonly times: number;
  /** Anything measured on the way. */
  readonly figures?: string;
}

/** Where rows are gathered; `npm run test:faults` sets it. */
const FILE = process.env.UMEC_FAULTS_REPORT;

export function report(row: Row): void {
  if (FILE !== undefined) appendFileSync(FILE, `${JSON.stringify(row)}\n`);
}
