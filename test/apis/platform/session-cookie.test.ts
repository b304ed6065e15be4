import { describe, expect, it } from '@jest/globals';
import { endedCookie, secretOf, sessionCookie } from '../../../src/apis/platform/session-cookie.js';

const SECRET = 'A'.repeat(43);
const plain = { isSecure: false, prefix: '' };
const secure = { isSecure: true, prefix: '/umec' };

describe('The cookie of a session', () => {
  it('is out of reach of scripts and other sites, and sent to one path', () => {
    expect(sessionCookie(SECRET, plain)).toBe(
      `umec-session=${SECRET}; Max-Age=2592000; Path=/session; HttpOnly; SameSite=Strict`,
    );
    expect(sessionCookie(SECRET, secure)).toBe(
      `__Secure-umec-session=${SECRET}; Max-Age=2592000; Path=/umec/session; HttpOnly; SameSite=Strict; Secure`,
    );
    expect(endedCookie(plain)).toBe('umec-session=; Max-Age=0; Path=/session; HttpOnly; SameSite=Strict');
  });

  it('is found among others', () => {
    expect(secretOf(`a=b; umec-session=${SECRET}; c=d`, false)).toBe(SECRET);
    expect(secretOf(`__Secure-umec-session=${SECRET}`, true)).toBe(SECRET);
  });

  it.each([
    ['with TLS, where one without it could be planted', `umec-session=${SECRET}`, true],
    ['when there are two', `umec-session=${SECRET}; umec-session=${SECRET}`, false],
    ['of another name', `xumec-session=${SECRET}`, false],
    ['that we never made', 'umec-session=x', false],
    ['when there is none', undefined, false],
  ])('is not taken %s', (_what, header, isSecure) => {
    expect(secretOf(header, isSecure)).toBeUndefined();
  });
});
