import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { doors, guard } from '../../src/http/guard.js';

const allowed = (known: ReturnType<typeof doors>, headers: Record<string, string>): boolean => {
  try {
    guard(Object.assign(new IncomingMessage(new Socket()), { headers }), known);
    return true;
  } catch (error) {
    expect(error).toMatchObject({ code: 'forbidden' });
    return false;
  }
};

describe('The names of a gateway', () => {
  const known = doors({ host: '::1', port: 8080 }, 'https://Gateway.local/umec', ['pi.lan:8080'], ['https://panel.example']);

  it.each(['[::1]:8080', '127.0.0.1:8080', 'localhost:8080', 'LOCALHOST:8080', 'gateway.local', 'pi.lan:8080'])(
    'include %s',
    (host) => {
      expect(allowed(known, { host })).toBe(true);
      expect(allowed(known, { host, origin: `http://${host}` })).toBe(true);
      expect(allowed(known, { host, origin: `https://${host}` })).toBe(true);
    },
  );

  it.each(['localhost', '127.0.0.1:8081', 'evil.example', 'localhost:8080.evil.example', 'pi.lan', ''])(
    'do not include %p',
    (host) => {
      expect(allowed(known, { host })).toBe(false);
    },
  );

  it.each(['https://evil.example', 'null', 'http://localhost', 'file://', 'https://panel.example.evil'])(
    'do not open to pages of %s',
    (origin) => {
      expect(allowed(known, { host: 'localhost:8080', origin })).toBe(false);
    },
  );

  it('go without a port where the port is the scheme’s own', () => {
    const web = doors({ host: '127.0.0.1', port: 80 }, 'http://127.0.0.1:80', [], []);
    for (const host of ['localhost', '127.0.0.1', '[::1]', 'localhost:80'])
      expect([host, allowed(web, { host })]).toEqual([host, true]);
    expect(allowed(web, { host: 'localhost', origin: 'http://localhost' })).toBe(true);
    expect(allowed(web, { host: 'localhost:8080' })).toBe(false);
  });
});
