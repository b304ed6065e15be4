import { expect, it } from '@jest/globals';
import { parseConfig } from '../src/config/config.js';
import { welcome } from '../src/welcome.js';

it('A gateway that is ready says what to open and what to try, and what is not real', () => {
  const text = welcome('http://127.0.0.1:8080', parseConfig({}, {}), { program: 'umec' });
  expect(text).toContain('open  http://127.0.0.1:8080/');
  expect(text).toContain('/camera/v1/cameras/lens-1/snapshot');
  expect(text).toContain('simulated');
});

it('A gateway without cameras or simulated devices does not speak of them', () => {
  const text = welcome('http://x', parseConfig({ devices: { radios: { hci0: { driver: 'bluez' } }, cameras: {} } }, {}), {
    program: 'umec',
  });
  expect(text).not.toMatch(/simulated|camera/);
});

it('A gateway names its program as it was called', () => {
  const config = parseConfig({ auth: { mode: 'tokens' } }, {});
  expect(welcome('http://x', config, { program: 'npx umec' })).toContain('UMEC_TOKEN=$(npx umec token)');
  const installed = welcome('http://x', config, { program: 'umec' });
  expect(installed).toContain('sign in by the link of: umec link');
  expect(installed).not.toContain('npx');
});
