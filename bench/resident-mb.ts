import { readFileSync } from 'node:fs';

/** Resident memory of a process, MB of a million bytes. Linux only. */
export function residentMbOf(pid: number | undefined): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return (Number(/^VmRSS:\s*(\d+) kB/m.exec(status)?.[1]) * 1024) / 1e6;
}
