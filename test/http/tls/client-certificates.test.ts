import { createHash, X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { TLSSocket } from 'node:tls';
import { Observed } from '../../../src/events/observed.js';
import { certificateOf } from '../../../src/http/certificate-of.js';
import { defaultPatience, limitedServer } from '../../../src/http/limits/limited-server.js';
import { Limits } from '../../../src/http/limits/limits.js';
import { defaultLimits } from '../../../src/http/limits/options.js';
import { makeAuthority } from '../../../src/http/tls/make-authority.js';
import { makeCertificate } from '../../../src/http/tls/make-certificate.js';
import type { TlsContext } from '../../../src/http/tls/tls.js';
import { hasOpenssl, selfSigned } from '../../callbacks/certificate.js';
import { ManualClock } from '../../manual-clock.js';
import { rest } from '../limits/served.js';
import { handshake } from './world.js';
import type { AddressInfo } from 'node:net';

let ca: string;
let server: TlsContext;

beforeAll(async () => {
  const authority = await makeAuthority();
  const { certificate: cert, key } = await makeCertificate(authority, ['127.0.0.1']);
  [ca, server] = [authority.certificate, { cert, key }];
});

/** A server that answers with the certificate that it takes the client for. */
class Mirror implements AsyncDisposable {
  private constructor(
    private readonly server: ReturnType<typeof limitedServer>['server'],
    readonly context: Observed<TlsContext>,
  ) {}

  static async open(clientCa: string | undefined): Promise<Mirror> {
    const context = new Observed<TlsContext>({ ...server, ...(clientCa === undefined ? {} : { ca: clientCa }) });
    const limits = new Limits(defaultLimits, new ManualClock());
    const { server: http } = limitedServer(limits, defaultPatience, { context, hstsMaxAgeS: 0 });
    http.on('request', (req, res) => res.end(`${certificateOf(req)} ${certificateOf(req)} `));
    http.listen(0, '127.0.0.1');
    await once(http, 'listening');
    return new Mirror(http, context);
  }

  connect(options: object): Promise<TLSSocket> {
    return handshake((this.server.address() as AddressInfo).port, { ca, ...options });
  }

  async ask(options: object = {}): Promise<string> {
    return seen(await this.connect(options));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.server.close();
    this.server.closeAllConnections();
    await once(this.server, 'close');
  }
}

async function seen(socket: TLSSocket): Promise<string> {
  socket.write('GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n');
  const [, body = ''] = (await rest(socket)).split('\r\n\r\n');
  const [first = '', second] = body.split(' ');
  expect(second).toBe(first);
  return first;
}

/** A session that goes on at another connection. */
async function sessionOf(mirror: Mirror, options: object): Promise<Buffer> {
  const socket = await mirror.connect(options);
  if (socket.getProtocol() === 'TLSv1.2') {
    const session = socket.getSession();
    await seen(socket);
    return session ?? Buffer.alloc(0);
  }
  const session = once(socket, 'session');
  await seen(socket);
  const [ticket] = (await session) as [Buffer];
  return ticket;
}

const thumbprint = ({ cert }: { cert: string }) => createHash('sha256').update(new X509Certificate(cert).raw).digest('base64url');

const certified = hasOpenssl ? describe : describe.skip;
if (!hasOpenssl) it.todo('certificates of clients (apt-get install openssl)');

certified('The certificate of a client', () => {
  it('is known by its SHA-256 when it is of the authority', async () => {
    const client = selfSigned('DNS:client');
    await using mirror = await Mirror.open(client.cert);
    expect(await mirror.ask(client)).toBe(thumbprint(client));
    expect(await mirror.ask({ ...client, maxVersion: 'TLSv1.2' })).toBe(thumbprint(client));
  });

  it('counts for nothing when it is of somebody else, or there is none, or nobody has asked for one', async () => {
    const client = selfSigned('DNS:client');
    const stranger = selfSigned('DNS:client');
    await using mirror = await Mirror.open(client.cert);
    expect(await mirror.ask(stranger)).toBe('undefined');
    expect(await mirror.ask()).toBe('undefined');
    await using open = await Mirror.open(undefined);
    expect(await open.ask(client)).toBe('undefined');
  });

  it.each(['TLSv1.2', 'TLSv1.3'])(
    'goes on with its session of %s, and a session without one stays without',
    async (maxVersion) => {
      const client = selfSigned('DNS:client');
      await using mirror = await Mirror.open(client.cert);
      const with_ = await mirror.connect({ maxVersion, session: await sessionOf(mirror, { ...client, maxVersion }) });
      expect([with_.isSessionReused(), await seen(with_)]).toEqual([true, thumbprint(client)]);
      const without = await mirror.connect({ ...client, maxVersion, session: await sessionOf(mirror, { maxVersion }) });
      expect([without.isSessionReused(), await seen(without)]).toEqual([true, 'undefined']);
    },
  );

  it('counts for nothing any more when the authority is another, also in a session that goes on', async () => {
    const client = selfSigned('DNS:client');
    await using mirror = await Mirror.open(client.cert);
    const session = await sessionOf(mirror, client);
    mirror.context.set({ ...server, ca: selfSigned('DNS:other').cert });
    expect(await mirror.ask({ ...client, session })).toBe('undefined');
  });
});
