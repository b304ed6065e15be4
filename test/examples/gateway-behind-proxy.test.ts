import { expect, it } from '@jest/globals';
import { BehindProxy } from '../web/harness.js';
import { Shell } from './shell.js';
import { hasTesseract } from './with-tesseract.js';

const PLATES = 'exec node examples/plates/plates.js';
const SELFIE = 'exec env SELFIE_PORT=0 node examples/selfie/selfie.js';

const name = 'Examples at a gateway that a proxy shows below a path use its cameras there';

if (hasTesseract)
  it(
    name,
    async () => {
      await using proxy = await BehindProxy.start({ devices: { cameras: { 'lens-1': { driver: 'simulated' } } } });
      const { below } = proxy;
      await using plates = new Shell(PLATES, { UMEC_URL: `${below}/` });
      expect(await plates.until('watching')).toEqual({ step: 'watching', camera: `${below}/camera/v1/cameras/lens-1` });
      await using selfie = new Shell(SELFIE, { UMEC_URL: below });
      expect(await selfie.line(/"step":"(ready|waits)"/)).toContain('"ready"');
    },
    60_000,
  );
else it.todo(`${name} (apt-get install tesseract-ocr)`);
