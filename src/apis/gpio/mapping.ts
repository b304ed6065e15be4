import type { components } from '../../../generated/gpio.js';
import type { Lease } from '../../gpio/leases.js';
import type { GpioEdge, Line } from '../../gpio/line.js';
import type { Pattern, Player } from '../../gpio/pattern.js';
import type { LineSettings } from '../../gpio/settings.js';
import type { Immutable } from '../../immutable.js';

type Schemas = Immutable<components['schemas']>;

/** @param isHolderTold whether whoever asks is to know who has the lease */
export function toLine(line: Line, lease: Lease | undefined, isHolderTold: boolean): Schemas['Line'] {
  const { lineId, config, chip, health, lastEdge, player } = line;
  const { name, free, initial, safe } = config;
  const facts = line.facts();
  const self = lineHref(lineId);
  return {
    lineId,
    ...(name === undefined ? {} : { name }),
    chipId: chip.chipId,
    driver: chip.driver,
    ...(facts && { offset: facts.offset }),
    ...(facts?.name ? { lineName: facts.name } : {}),
    ...(facts?.consumer ? { consumer: facts.consumer } : {}),
    ...valueOf(line),
    ...line.settings,
    ...{ free, initial, safe },
    ...(lastEdge && { lastEdge: toEdge(lastEdge) }),
    ...(lease && { leasedUntil: isoTime(lease.expiresAt) }),
    ...(lease && isHolderTold && { leasedBy: lease.client }),
    ...(player && { patternState: player.progress.state }),
    ...health.value,
    _links: {
      self: { href: self },
      value: { href: `${self}/value` },
      configuration: { href: `${self}/configuration` },
      pattern: { href: `${self}/pattern` },
    },
  };
}

/** Nothing for a line that cannot be read, of which the state says why. */
export function valueOf(line: Line): Partial<Schemas['Value']> {
  try {
    return { value: line.read() };
  } catch {
    return {};
  }
}

export function toConfiguration({ direction, activeLow, bias, drive, edge, debounceUs }: LineSettings): Schemas['Configuration'] {
  return { direction, activeLow, bias, drive, edge, debounceUs };
}

export function toEdge({ edge, value, time, timestampNs, sequence }: Omit<GpioEdge, 'lineId'>): Schemas['LineEdge'] {
  return {
    ...{ edge, value, time: isoTime(time) },
    // more than a number in JSON can tell apart
    ...(timestampNs === undefined ? {} : { timestampNs: String(timestampNs) }),
    sequence,
  };
}

export function fromPattern({ steps, repeat, finally: last }: Schemas['NewPattern']): Pattern {
  return { steps, repeat, ...(last === undefined ? {} : { finally: last }) };
}

export function toPattern({ pattern, progress }: Player): Schemas['Pattern'] {
  const { state, reason, startedAt, steps, latestMs, meanLateMs } = progress;
  return {
    ...pattern,
    state,
    ...(reason === undefined ? {} : { reason }),
    startedAt: isoTime(startedAt),
    stepsDone: steps,
    latestMs: toMicroseconds(latestMs),
    meanLateMs: toMicroseconds(meanLateMs),
  };
}

export function toLease({ leaseId, lineIds, expiresAt, atEnd }: Lease): Schemas['Lease'] {
  return { leaseId, lineIds, expiresAt: isoTime(expiresAt), atEnd, _links: { self: { href: leaseHref(leaseId) } } };
}

export function lineHref(lineId: string): string {
  return `/gpio/v1/lines/${lineId}`;
}

export function leaseHref(leaseId: string): string {
  return `/gpio/v1/leases/${leaseId}`;
}

/** Finer than that no timer is. */
function toMicroseconds(ms: number): number {
  return Math.round(ms * 1000) / 1000;
}

function isoTime(ms: number): string {
  return new Date(ms).toISOString();
}
