import type { Json } from '../../json.js';
import { type ExampleBody, type ExampleCall, answersJson, isEndless, isPicture, target, textOf } from './example-call.js';

/** What a file is called that is written or sent, by its media type. */
const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'video/x-msvideo': 'avi',
  'multipart/x-mixed-replace': 'mjpeg',
};

/** A command for a POSIX shell that has `UMEC_URL` and `UMEC_TOKEN` in its environment. */
export function curlExample(call: ExampleCall): string {
  const method = call.body === undefined && call.method === 'get' ? [] : [`--request ${call.method.toUpperCase()}`];
  const words = [
    ...method,
    ...(call.needsToken ? ['--header "Authorization: Bearer $UMEC_TOKEN"'] : []),
    ...(call.isOwnPage ? ['--header "Origin: $UMEC_URL"', '--cookie session.txt --cookie-jar session.txt'] : []),
    ...Object.entries(call.header).map(([name, value]) => `--header ${quoted(`${name}: ${value}`)}`),
    ...(call.isWebSocket ? handshake : []),
    ...(call.body ? bodyWords(call.body) : []),
    ...outputWords(call),
    `"$UMEC_URL"${quoted(target(call))}`,
  ];
  return `curl --fail-with-body ${words.join(' \\\n  ')}\n`;
}

/** Shows what comes as it comes; curl answers no ping, so that it is good for a look. */
const handshake = [
  '--include --no-buffer --http1.1 --max-time 10',
  "--header 'Connection: Upgrade' --header 'Upgrade: websocket'",
  "--header 'Sec-WebSocket-Version: 13' --header 'Sec-WebSocket-Key: dW1lYy13ZWJzb2NrZXQhIQ=='",
  '--output -',
];

function bodyWords(body: ExampleBody): readonly string[] {
  const { type, value, parts } = body;
  const members = Object.entries((value ?? {}) as Readonly<Record<string, Json>>);
  if (type === 'application/x-www-form-urlencoded')
    return members.map(([name, one]) => `--data-urlencode ${quoted(`${name}=${textOf(one)}`)}`);
  if (type === 'multipart/form-data')
    return Object.entries(parts).map(([name, { mediaType }]) => {
      const json = members.find(([member]) => member === name)?.[1];
      const content = mediaType === 'application/json' ? JSON.stringify(json) : `@picture.${EXTENSIONS[mediaType] ?? 'bin'}`;
      return `--form ${quoted(`${name}=${content};type=${mediaType}`)}`;
    });
  const data = isPicture(body)
    ? `--data-binary @picture.${EXTENSIONS[type] ?? 'bin'}`
    : `--data ${quoted(JSON.stringify(value))}`;
  return [`--header ${quoted(`Content-Type: ${type}`)}`, data];
}

function outputWords(call: ExampleCall): readonly string[] {
  if (isEndless(call)) return ['--max-time 10 --output stream.mjpeg'];
  const file = call.answers.map((type) => EXTENSIONS[type]).find((extension) => extension !== undefined);
  return file === undefined || answersJson(call) ? [] : [`--output answer.${file}`];
}

/** One word of a POSIX shell, whatever stands in it. */
const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;
