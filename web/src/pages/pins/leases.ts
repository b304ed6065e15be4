import { effect, signal } from '@preact/signals';
import type { components } from '../../../../generated/gpio.js';
import { answerOf, gpio } from '../../api.js';
import { mayAsk } from '../../session.js';
import type { Line } from './use-lines.js';

type Lease = components['schemas']['Lease'];

/** s; as long as the API grants */
const DURATION_S = 300;

/** What this page has leased, by line. In memory alone: a page that is loaded again has none, and they end by themselves. */
const own = signal<ReadonlyMap<string, Lease>>(new Map());
effect(() => {
  if (mayAsk.value === false) own.value = new Map();
});

/** The lease that a line is under, when it is this page's. */
export function ownLeaseOf({ lineId, leasedUntil }: Line): Lease | undefined {
  const lease = own.value.get(lineId);
  return lease?.expiresAt === leasedUntil ? lease : undefined;
}

/** What a change of a line has to say so that it is let through. */
export function namingLease(line: Line): Record<string, string> {
  const lease = ownLeaseOf(line);
  return lease ? { 'Umec-Lease': lease.leaseId } : {};
}

/** @throws Refused */
export async function hold({ lineId }: Line): Promise<void> {
  const body = { lineIds: [lineId], durationS: DURATION_S, atEnd: 'KEEP' as const };
  own.value = new Map(own.value).set(lineId, await answerOf(gpio.POST('/leases', { body })));
}

/** @throws Refused */
export async function release(line: Line): Promise<void> {
  const leaseId = ownLeaseOf(line)?.leaseId;
  if (leaseId !== undefined) await answerOf(gpio.DELETE('/leases/{leaseId}', { params: { path: { leaseId } } }));
}
