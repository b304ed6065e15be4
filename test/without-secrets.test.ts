import { describe, it, expect } from '@jest/globals';
import { withoutSecrets } from '../src/without-secrets.js';

describe('withoutSecrets', () => {
  it.each([
    ['rtsp://user:sec@ret@lens/stream', 'rtsp://***@lens/stream'],
    ['http://lens/video?user=admin&pwd=s3cret', 'http://lens/video?user=***&pwd=***'],
    ['http://me:s3cret@lens/?pwd=a=b?c:d', 'http://***@lens/?pwd=***'],
    ['http://lens/?pwd=s3cret: it cannot be reached', 'http://lens/?pwd=***: it cannot be reached'],
    ['{"source":"http://lens/?pwd=s3cret","fps":5}', '{"source":"http://lens/?pwd=***","fps":5}'],
    ['one http://a/?k=1\ntwo http://b/?k=2\n', 'one http://a/?k=***\ntwo http://b/?k=***\n'],
    ['testsrc2=size=320x240:rate=20', 'testsrc2=size=320x240:rate=20'],
  ])('shows %s as %s', (text, shown) => {
    expect(withoutSecrets(text)).toBe(shown);
  });
});
