import type { Json, JsonObject } from '../../json.js';
import { type ExampleBody, type ExampleCall, isEndless, isPicture, target } from './example-call.js';
import { PYTHON, literal } from './literal.js';

/** What of umec_client a WebSocket is asked by, by the end of its path. */
const FOLLOWED: readonly (readonly [end: RegExp, name: string, stream: (call: ExampleCall) => string])[] = [
  [/^\/events\/v1$/, 'events', () => 'events(gateway, ["lines/**", "cameras/**"])'],
  [/\/readings\/arrivals\/websocket$/, 'arrivals', () => 'arrivals(gateway, after="now")'],
  [
    /\/subscriptions\/\{\w+\}\/websocket$/,
    'notifications',
    (call) => `notifications(gateway, url.replace("http", "ws", 1) + ${PYTHON.text(target(call))})`,
  ],
];

/** A program for Python 3.11 or later that has `umec_client`; what that has no module for is asked as any address of the gateway is. */
export function pythonExample(call: ExampleCall): string {
  if (call.template.endsWith('/stream/websocket')) return pictures(call);
  const [, name, stream] = (call.isWebSocket ? FOLLOWED.find(([end]) => end.test(call.template)) : undefined) ?? [];
  const isModule = call.isInClient && stream === undefined && !isEndless(call);
  const module = snake(call.operationId);
  const lines = stream
    ? [`for told in ${stream(call)}:`, '    print(told)']
    : isEndless(call)
      ? streamed(call)
      : isModule
        ? asked(call, module)
        : plain(call);
  return [
    'import os',
    '',
    `from umec_client import ${['Gateway', ...(name === undefined ? [] : [name])].join(', ')}`,
    ...(isModule ? [`from umec_client.api.${snake(call.tag)} import ${module}`, ...modelsOf(call.body)] : []),
    '',
    'url = os.environ.get("UMEC_URL", "http://127.0.0.1:8080")',
    `with Gateway(url${call.needsToken ? ', token=os.environ.get("UMEC_TOKEN")' : ''}) as gateway:`,
    ...lines.map((line) => `    ${line}`),
    '',
  ].join('\n');
}

/** A camera's WebSocket, which umec_client leaves to what it is made of: each picture is asked for when the one before is there. */
const pictures = (call: ExampleCall): string => `import os

from websockets.sync.client import connect  # umec_client comes with it

url = os.environ.get("UMEC_URL", "http://127.0.0.1:8080").replace("http", "ws", 1)
shown = {"Authorization": f"Bearer {os.environ.get('UMEC_TOKEN')}"}
with connect(url + ${PYTHON.text(target(call))}, additional_headers=shown, max_size=None) as socket:
    for told in socket:
        print(told if isinstance(told, str) else len(told))
        if isinstance(told, bytes):
            socket.send('{"credit": 1}')
`;

const streamed = (call: ExampleCall): readonly string[] => [
  `with gateway.http.stream("GET", ${PYTHON.text(target(call))}) as response:`,
  '    for piece in response.iter_bytes():',
  '        print(len(piece))',
];

function asked(call: ExampleCall, module: string): readonly string[] {
  const named = Object.entries({ ...call.query, ...call.header }).map(
    ([name, value]) => `${argument(name)}=${PYTHON.text(value)}`,
  );
  const body = call.body ? [`body=${modelled(call.body)}`] : [];
  const args = [...Object.values(call.path).map(PYTHON.text), 'client=gateway', ...named, ...body];
  const request = `${module}.sync(${args.join(', ')})`;
  return (call.answers.length === 0 ? request : `print(${request})`).split('\n');
}

function modelled(body: ExampleBody): string {
  const { type, value, schema, parts } = body;
  const made = (name: string | undefined, one: Json) => `${className(name)}.from_dict(${literal(one, PYTHON)})`;
  if (Array.isArray(value)) return `[${value.map((one: Json) => made(schema, one)).join(', ')}]`;
  if (isPicture(body)) return fileOf(type);
  if (type !== 'multipart/form-data') return made(schema, value);
  const members = Object.entries(parts).map(([name, part]) => {
    if (part.mediaType === 'application/json')
      return `${argument(name)}=${made(part.schema, (value as JsonObject)[name] ?? null)}`;
    return `${argument(name)}=${fileOf(part.mediaType)}`;
  });
  return `${className(schema)}(\n    ${members.join(',\n    ')},\n)`;
}

function fileOf(mediaType: string): string {
  const file = PYTHON.text(`picture.${mediaType.replace(/^.*\//, '')}`);
  return `File(payload=open(${file}, "rb"), file_name=${file}, mime_type="${mediaType}")`;
}

function modelsOf(body: ExampleBody | undefined): readonly string[] {
  if (body === undefined) return [];
  if (isPicture(body)) return ['from umec_client.types import File'];
  const isForm = body.type === 'multipart/form-data';
  const parts = Object.values(body.parts).filter(({ mediaType }) => isForm && mediaType === 'application/json');
  const names = [...parts.map(({ schema }) => schema), body.schema].filter((name) => name !== undefined);
  const imports = names.map((name) => `from umec_client.models.${snake(name)} import ${className(name)}`);
  return isForm ? [...imports, 'from umec_client.types import File'] : imports;
}

function plain(call: ExampleCall): readonly string[] {
  const sent = call.body ? `, json=${literal(call.body.value, PYTHON)}` : '';
  const request = `gateway.http.request("${call.method.toUpperCase()}", ${PYTHON.text(target(call))}${sent})`;
  return [...`response = ${request}`.split('\n'), 'print(response.status_code, response.text)'];
}

/** Words that Python has taken, and names that it has: the package puts a line behind them. */
const TAKEN = new Set(['from', 'filter', 'all', 'in', 'is', 'not', 'class', 'type', 'id', 'import', 'pass']);

function argument(name: string): string {
  const written = snake(name);
  return TAKEN.has(written) ? `${written}_` : written;
}

/** `CameraStreamWebsocket_GET` is `camera_stream_websocket_get`, as the generator of the package has it. */
const snake = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1_$2')
    .replace(/([A-Za-z])(\d)/g, '$1_$2')
    .replace(/[\s-]+/g, '_')
    .toLowerCase();

const className = (name = 'Body'): string => name.charAt(0).toUpperCase() + name.slice(1);
