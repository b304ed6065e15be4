import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { figure } from '../../bench/benchmark.js';
import { benchmarks, chosen } from '../../bench/benchmarks.js';
import type { Machine } from '../../bench/machine.js';
import { json, table } from '../../bench/report.js';

const pi: Machine = { gateway: '0.1.0', node: '22.13.0', platform: 'linux arm64', cpu: 'Cortex-A72', cores: 4 };
const figures = [
  figure({ name: 'decode format 5', value: 1_234_567, unit: '/s', reference: { name: 'another', value: 500_000 }, aim: '≥ 1' }),
  figure({ name: 'GET services', value: 0.1234, unit: 'µs CPU', reference: { name: 'node:http', value: 20 } }),
];

describe('the report', () => {
  it('names the machine first', () => {
    expect(table(pi, figures)).toMatch(/^µMEC gateway 0\.1\.0, Node 22\.13\.0, linux arm64, 4 × Cortex-A72\n/);
  });

  it('gives each figure a line with its reference, their ratio and the aim', () => {
    const lines = table(pi, figures)
      .split('\n')
      .map((line) => line.replace(/ +/g, ' '));
    expect(lines).toContain('decode format 5 1,230,000 /s another 500,000 2.47× ≥ 1');
    expect(lines).toContain('GET services 0.123 µs CPU node:http 20 0.00617×');
  });

  it('fits in 100 columns', () => {
    for (const line of table(pi, figures).split('\n')) expect(line.length).toBeLessThanOrEqual(100);
  });

  it('says the same to programs, with all digits', () => {
    expect(JSON.parse(json(pi, figures))).toEqual({ machine: pi, figures });
  });
});

describe('the list of benchmarks', () => {
  it('has every file of bench/figures, by its name', () => {
    const files = readdirSync(fileURLToPath(new URL('../../../bench/figures', import.meta.url)));
    expect(Object.keys(benchmarks).sort()).toEqual(files.map((file) => file.replace(/\.ts$/, '')).sort());
  });

  it('is run whole unless some are named, by their whole names or how these begin', () => {
    expect(chosen([])).toHaveLength(Object.keys(benchmarks).length);
    expect(chosen(['start', 'decode-mixed']).map(([name]) => name)).toEqual(['decode-mixed', 'start-first-answer']);
  });

  it('is shown to whoever names another', () => {
    expect(() => chosen(['decoding'])).toThrow('no benchmark decoding, expected some of decode-format-5, decode-mixed');
  });
});
