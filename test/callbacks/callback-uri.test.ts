import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MAX_CALLBACK_LENGTH, parseCallbackUri } from '../../src/callbacks/callback-uri.js';
import { GatewayError } from '../../src/errors.js';

const problemOf = (text: string): string | undefined => {
  try {
    parseCallbackUri(text);
    return undefined;
  } catch (error) {
    if (!(error instanceof GatewayError && error.code === 'invalid')) throw error;
    return /^callbackReference (.*?): expected/.exec(error.message)?.[1];
  }
};

describe('A callback URI', () => {
  it.each([
    ['http://app.example', { isSecure: false, host: 'app.example', port: 80, authority: 'app.example', path: '/' }],
    ['HTTPS://App.Example/Notify', { isSecure: true, host: 'app.example', port: 443, authority: 'app.example', path: '/Notify' }],
    ['http://app:8080/a/b;c=1/%20', { host: 'app', port: 8080, authority: 'app:8080', path: '/a/b;c=1/%20', isAddress: false }],
    ['http://my_app.ns.svc.cluster.local:080/', { host: 'my_app.ns.svc.cluster.local', port: 80 }],
    ['http://app.example.:65535/', { host: 'app.example.', port: 65535 }],
    ['http://xn--bcher-kva.example/', { host: 'xn--bcher-kva.example' }],
    ['http://10.42.0.7:9000/', { host: '10.42.0.7', isAddress: true, authority: '10.42.0.7:9000' }],
    ['http://0x7f.1/', { host: '127.0.0.1', isAddress: true, authority: '127.0.0.1' }],
    ['https://[FD00::0:1]:8443/x', { host: 'fd00::1', isAddress: true, authority: '[fd00::1]:8443' }],
    ["http://a/@:@/!$&'()*+,=-._~", { host: 'a', path: "/@:@/!$&'()*+,=-._~" }],
    ['http://a/b/../c', { path: '/c' }],
  ])('is read: %s', (text, expected) => {
    expect(parseCallbackUri(text)).toMatchObject(expected);
  });

  it.each([
    ['', 'does not begin with http:// or https://'],
    ['/notify', 'does not begin with http:// or https://'],
    ['//app.example/notify', 'does not begin with http:// or https://'],
    ['app.example/notify', 'does not begin with http:// or https://'],
    ['http:app.example', 'does not begin with http:// or https://'],
    ['http:/app.example', 'does not begin with http:// or https://'],
    ['ftp://app.example/', 'does not begin with http:// or https://'],
    ['ws://app.example/', 'does not begin with http:// or https://'],
    ['httpss://app.example/', 'does not begin with http:// or https://'],
    ['javascript:alert(1)', 'does not begin with http:// or https://'],
    ['http://user:secret@app.example/', 'has a user name or password'],
    ['http://user@app.example/', 'has a user name or password'],
    ['http://@app.example/', 'has a user name or password'],
    ['http://:@app.example/', 'has a user name or password'],
    ['http://app.example/?x=1', 'has a query'],
    ['http://app.example/?', 'has a query'],
    ['http://app.example?', 'has a query'],
    ['http://app.example/#x', 'has a fragment'],
    ['http://app.example/#', 'has a fragment'],
    ['http://app.example#', 'has a fragment'],
    ['http://', 'has no host'],
    ['http:///', 'has no host'],
    ['http:///app.example/', 'has no host'],
    ['http://:80/', 'has no host'],
    ['http://app.example:0/', 'has the port 0'],
    ['http://app.example:00000', 'has the port 0'],
    ['http://[::1]:0/', 'has the port 0'],
    ['http://app.example:/', 'has a host or a port that cannot be read'],
    ['http://app.example:65536/', 'has a host or a port that cannot be read'],
    ['http://app.example:-1/', 'has a host or a port that cannot be read'],
    ['http://app.example:80:80/', 'has a host or a port that cannot be read'],
    ['http://app%2eexample/', 'has a host or a port that cannot be read'],
    ['http://[fe80::1%25eth0]/', 'has a host or a port that cannot be read'],
    ['http://[::1/', 'has a host or a port that cannot be read'],
    ['http://::1/', 'has no host'],
    ['http://[v1.x]/', 'has a host or a port that cannot be read'],
    ['http://1.2.3.4.5/', 'has a host or a port that cannot be read'],
    ['http://256.0.0.1/', 'has a host or a port that cannot be read'],
    ['http://a,b/', 'has a host or a port that cannot be read'],
    ['http://app.example/%', 'has a percent sign without two hexadecimal digits'],
    ['http://app.example/%zz', 'has a percent sign without two hexadecimal digits'],
    ['http://app.example/[x]', 'has characters that no URI has'],
    ...[' ', '\t', '\r', '\n', '\0', '\x7f', '\\', '"', '<', '{', '|', '^', '`', 'é', '１', '\u00ad', '\u200b', '。'].flatMap(
      (bad) =>
        [`http://app${bad}.example/`, `http://app.example/x${bad}`, `${bad}http://app.example/`].map((text) => [
          text,
          'has characters that no URI has; an international host name is written as xn--…',
        ]),
    ),
    [
      `http://a/${'x'.repeat(MAX_CALLBACK_LENGTH - 8)}`,
      `has ${MAX_CALLBACK_LENGTH + 1} characters, more than ${MAX_CALLBACK_LENGTH}`,
    ],
  ])('is refused: %j', (text, problem) => {
    expect(problemOf(text)).toBe(problem);
  });

  it('may have 2048 characters', () => {
    expect(problemOf(`http://a/${'x'.repeat(MAX_CALLBACK_LENGTH - 9)}`)).toBeUndefined();
  });

  it('is not repeated when it is refused, for it may hold a password', () => {
    expect(() => parseCallbackUri('http://user:secret@app.example/')).toThrow(/^((?!secret).)*$/);
  });

  it('is refused politely or read wholly, whatever it is', () => {
    const pieces = fc.array(
      fc.oneof(
        fc.constantFrom('http://', 'https:', '//', '/', '@', ':', '80', '[', ']', '::', '%', '%41', '\\', '?', '#', 'a.b'),
        fc.string(),
      ),
    );
    fc.assert(
      fc.property(
        pieces.map((all) => all.join('')),
        (text) => {
          const problem = problemOf(`http://${text}`);
          if (problem !== undefined) return;
          const { isSecure, authority, path, port } = parseCallbackUri(`http://${text}`);
          expect([isSecure, /^[\w.:[\]-]+$/.test(authority), /^\/[\x21-\x7e]*$/.test(path)]).toEqual([false, true, true]);
          expect(port > 0 && port < 65536).toBe(true);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('takes no time to be refused', () => {
    const start = performance.now();
    for (const text of ['/', '@', ':', '[', '%', 'a', '%41', '//', ':0', ':0/'])
      problemOf(`http://${text.repeat(1000)}`.slice(0, MAX_CALLBACK_LENGTH));
    expect(performance.now() - start).toBeLessThan(100);
  });
});
