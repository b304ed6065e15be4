import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { ChipConfig } from '../../../src/config/chip-schema.js';
import { loadOnoff } from '../../../src/devices/gpio/onoff-package.js';
import { openChips } from '../../../src/devices/gpio/open-chips.js';
import { INPUT } from '../../gpio/settings.js';
import { ManualClock } from '../../manual-clock.js';
import { tempDirectory } from '../../temp-directory.js';

describe('What is missing for onoff', () => {
  it('is the package, which can be installed', async () => {
    await expect(loadOnoff('no-such-package')).rejects.toThrow(
      'the package onoff is not installed: npm install --include=optional, or use the driver gpiochip, which needs none of it',
    );
  });

  it('is the binary of epoll, which can be made', async () => {
    using dir = tempDirectory();
    const path = join(dir.path, 'onoff.mjs');
    writeFileSync(path, 'throw new Error("Could not locate the bindings file. Tried:\\n → build/epoll.node")');
    await expect(loadOnoff(path)).rejects.toThrow(
      /^onoff needs the binary of epoll, .*npm rebuild epoll --ignore-scripts=false .*\(Could not locate the bindings file. Tried:\)$/,
    );
  });
});

describe('Chips that are not there', () => {
  const line: ChipConfig['lines'][string] = { ...INPUT, initial: 0, safe: 0, free: false };

  it('are SUSPENDED, each by its driver, and say why', async () => {
    using dir = tempDirectory();
    const which = { label: 'no-such-chip', lines: { 17: line } };
    const configs: Record<string, ChipConfig> = {
      device: { driver: 'gpiochip', ...which },
      sysfs: { driver: 'onoff', ...which },
      either: { driver: 'auto', ...which },
      simulated: { driver: 'simulated', seed: 1, lines: { 17: line } },
    };
    await using opened = await openChips(configs, new ManualClock(), dir.path);
    const seen = opened.chips.map(({ chip }) => [chip.driver, chip.health.value.state, (chip.health.value.reason ?? '') !== '']);
    expect(seen).toEqual([
      ['gpiochip', 'SUSPENDED', true],
      ['onoff', 'SUSPENDED', true],
      // it may come yet, and then it is the better one
      ['gpiochip', 'SUSPENDED', true],
      ['simulated', 'ACTIVE', false],
    ]);
    expect(opened.chips.map(({ lines }) => lines.map(({ lineId, line: which }) => [lineId, which]))).toEqual(
      Array.from({ length: 4 }, () => [['17', 17]]),
    );
  });
});
