import { cpus } from 'node:os';
import { VERSION } from '../src/registry/own-services.js';

/** What the figures were measured on. */
export interface Machine {
  readonly gateway: string;
  readonly node: string;
  readonly platform: string;
  readonly cpu: string;
  readonly cores: number;
}

export function thisMachine(): Machine {
  const cores = cpus();
  return {
    gateway: VERSION,
    node: process.versions.node,
    platform: `${process.platform} ${process.arch}`,
    cpu: cores[0]?.model.trim() ?? 'unknown CPU',
    cores: cores.length,
  };
}
