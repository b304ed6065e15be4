import { describe, it } from '@jest/globals';
import { hasOpenssl } from '../callbacks/certificate.js';
import { hasProgram } from '../has-program.js';

/** What has to be installed before manifests can be rendered and read; kubectl is used when it is there. */
export const missingTools = [
  ...(hasProgram('go', 'version') ? [] : ['Go 1.25 (https://go.dev/dl)']),
  ...(hasOpenssl ? [] : ['openssl (apt-get install openssl)']),
];

/** In the place of `describe`, where something is missing. */
export function toldToInstall(name: string): void {
  describe(name, () => it.todo(`install ${missingTools.join(' and ')}`));
}
