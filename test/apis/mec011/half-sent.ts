import { once } from 'node:events';
import { connect } from 'node:net';
import type { Answer, Question } from './ask.js';

/**
 * A request of which the gateway has only a part when it begins to stop, and the rest after that.
 *
 * @param stop begins to stop the gateway
 */
export async function halfSent(url: string, { method, path, headers = {} }: Question, stop: () => void): Promise<Answer> {
  const { hostname: host, port } = new URL(url);
  const socket = connect(Number(port), host);
  const received: Buffer[] = [];
  socket.on('data', (part: Buffer) => received.push(part));
  const head = (lines: readonly string[]) => [...lines, `Host: ${host}:${port}`].join('\r\n') + '\r\n';
  // in one packet with a whole request before it: when that is answered, the half behind it has been read
  socket.write(`${head(['GET /healthz HTTP/1.1'])}\r\n${head([`${method} ${path} HTTP/1.1`])}`);
  await once(socket, 'data');
  received.length = 0;
  stop();
  const fields = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(`${fields.join('')}\r\n`);
  await once(socket, 'close');
  return toAnswer(Buffer.concat(received).toString());
}

function toAnswer(message: string): Answer {
  const [head = '', ...body] = message.split('\r\n\r\n');
  const [status = '', ...lines] = head.split('\r\n');
  const fields = lines.map((line) => line.split(': ') as [string, string]);
  const headers = Object.fromEntries(fields.map(([name, value]) => [name.toLowerCase(), value]));
  return { status: Number(status.split(' ')[1]), headers, rawHeaders: fields.flat(), text: body.join('\r\n\r\n') };
}
