import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { expect, it } from '@jest/globals';
import { Session } from '../../src/mqtt/session.js';

/** CONNACK (MQTT 5.0, clause 3.2): come in, without properties. */
const COME_IN = Buffer.from([0x20, 0x03, 0x00, 0x00, 0x00]);

it('A broker that lets in and then answers nothing is given up', async () => {
  const sockets: Socket[] = [];
  const server = createServer((socket) => {
    sockets.push(socket);
    socket.once('data', () => socket.write(COME_IN));
    socket.on('error', () => undefined);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const open = () => connect(port, '127.0.0.1');
  await using session = await Session.open(open, { url: `mqtt://127.0.0.1:${port}`, clientId: 'one' }, undefined, 50);
  await expect(session.publish('a', 'b')).rejects.toMatchObject({
    code: 'unavailable',
    message: expect.stringContaining('0.05 s'),
  });
  await expect(session.publish('a', 'b')).rejects.toMatchObject({ code: 'unavailable' });
  for (const socket of sockets) socket.destroy();
  server.close();
});
