import { describe, expect, it } from '@jest/globals';
import { parseConfig } from '../../src/config/config.js';
import { listenFaults } from '../../src/config/listen-faults.js';
import type { Config } from '../../src/config/schema.js';

/** `http` as it comes to be, on loopback, and what would be wrong with it elsewhere. */
function faults(listen: string, settings: object, authMode = 'tokens'): string[] {
  const http: Config['http'] = parseConfig({ http: { publicUrl: 'https://gateway.example', ...settings } }, {}).http;
  return listenFaults({ ...http, listen }, authMode);
}

describe('Beyond this machine', () => {
  const beyond = ['0.0.0.0:8080', '[::]:8080', '192.168.1.20:8080', 'gateway.local:8080'];

  it.each(beyond)('nobody is let in without tokens, on %s', (listen) => {
    for (const settings of [{}, { tls: { mode: 'own' } }, { insecure: true }, { trustedProxies: ['10.0.0.0/8'] }])
      expect(faults(listen, settings, 'none')).toEqual([expect.stringContaining('auth.mode: none')]);
  });

  it.each(beyond)('plain HTTP is refused on %s, unless somebody has said so', (listen) => {
    expect(faults(listen, {})).toEqual([expect.stringMatching(/^http\.listen: .* or TLS \(http\.tls\.mode: own\)/)]);
    for (const settings of [{ tls: { mode: 'own' } }, { insecure: true }, { trustedProxies: ['10.0.0.0/8'] }])
      expect(faults(listen, settings)).toEqual([]);
  });

  it.each(['127.0.0.1:8080', '[::1]:8080', 'localhost:8080', '127.8.9.1:0'])('is not %s', (listen) => {
    expect(faults(listen, {}, 'none')).toEqual([]);
  });
});

describe('On every address', () => {
  const refused = (listen: string) => () => parseConfig({ http: { listen, tls: { mode: 'own' } } }, {});

  it.each(['0.0.0.0:8443', '[::]:8443'])('others have to be told which, on %s', (listen) => {
    expect(refused(listen)).toThrow(/^http\.publicUrl: found nothing, expected the URL by which others call the gateway/);
  });

  it.each(['192.168.1.20:8443', 'gateway.local:8443', '127.0.0.1:8443'])('is not %s', (listen) => {
    expect(refused(listen)).not.toThrow();
  });
});

describe('TLS', () => {
  const refusal = (tls: object) => () => parseConfig({ http: { tls } }, {});

  it.each([
    [{ mode: 'files' }, /http\.tls\.certificate: found nothing[^]*http\.tls\.key: found nothing/],
    [{ mode: 'files', certificate: 'a.pem' }, /^http\.tls\.key: found nothing/],
    [{ mode: 'own', key: 'a.pem' }, /^http\.tls\.key: found "a\.pem", expected nothing, since http\.tls\.mode is own$/],
    [{ clientCa: 'a.pem' }, /^http\.tls\.clientCa: found "a\.pem", expected nothing, since http\.tls\.mode is off$/],
    [{ mode: 'files', certificate: 'a', key: 'b', authority: 'c' }, /^http\.tls\.authority: found "c", expected nothing/],
    [{ names: ['a'] }, /^http\.tls\.names: found \["a"\], expected none/],
    [{ mode: 'own', names: ['https://a'] }, /expected a host name or an address/],
    [{ mode: 'own', names: ['*.example'] }, /expected a host name or an address/],
    [{ mode: 'on' }, /http\.tls\.mode: found "on"/],
  ])('is refused as %p', (tls, message) => {
    expect(refusal(tls)).toThrow(message);
  });

  it.each([
    { mode: 'own', names: ['gateway.local', '192.0.2.1', '2001:db8::1'], clientCa: 'ca.pem', authority: '/ca' },
    { mode: 'files', certificate: 'a', key: 'b', clientCa: 'c', hstsMaxAgeS: 0 },
  ])('may be %p', (tls) => {
    expect(refusal(tls)).not.toThrow();
  });
});
