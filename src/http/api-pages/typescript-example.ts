import type { JsonObject } from '../../json.js';
import { type ExampleBody, type ExampleCall, answersJson, isEndless, isPicture, target } from './example-call.js';
import { TYPESCRIPT, literal } from './literal.js';

/** What of umec-client follows what comes until the reader leaves, by the end of its path. */
const FOLLOWED: readonly (readonly [end: RegExp, name: string, stream: (call: ExampleCall) => string])[] = [
  [/^\/events\/v1$/, 'events', () => "events(gateway, { topics: ['lines/**', 'cameras/**'] })"],
  [/\/readings\/arrivals\/websocket$/, 'arrivals', () => "arrivals(gateway, { after: 'now' })"],
  [/\/stream$/, 'frames', ({ path }) => `frames(gateway, ${TYPESCRIPT.text(path.cameraId ?? '')}, { fps: 2 })`],
  [/\/subscriptions\/\{\w+\}\/websocket$/, 'notifications', (call) => `notifications(gateway, \`\${url}${target(call)}\`)`],
];

/** A module for Node and for browsers that has `umec-client`; a path that this does not know is asked as any address of the gateway is. */
export function typescriptExample(call: ExampleCall): string {
  const { name, lines } = followed(call) ?? { name: isPlain(call) ? undefined : 'ok', lines: asked(call) };
  const names = ['connect', ...(name === undefined ? [] : [name])].sort();
  return [
    `import { ${names.join(', ')} } from 'umec-client';`,
    '',
    "const url = process.env['UMEC_URL'] ?? 'http://127.0.0.1:8080';",
    `const gateway = connect({ url${call.needsToken ? ", token: process.env['UMEC_TOKEN'] ?? ''" : ''} });`,
    '',
    ...lines,
    '',
  ].join('\n');
}

function followed(call: ExampleCall): { readonly name: string | undefined; readonly lines: readonly string[] } | undefined {
  if (!call.isWebSocket && !isEndless(call)) return undefined;
  const [, name, stream] = FOLLOWED.find(([end]) => end.test(call.template)) ?? [];
  return stream
    ? { name, lines: [`for await (const told of ${stream(call)}) console.log(told);`] }
    : { name: undefined, lines: pictures(call) };
}

/** A camera's WebSocket, of which the package knows no more than how it is opened: each picture is asked for when the one before is there. */
const pictures = (call: ExampleCall): readonly string[] => [
  `const path = ${TYPESCRIPT.text(target(call))};`,
  'const socket = await gateway.openWebSocket(path, new AbortController().signal);',
  "socket.addEventListener('message', ({ data }) => {",
  '  console.log(data);',
  "  if (typeof data !== 'string') socket.send('{\"credit\": 1}');",
  '});',
];

function asked(call: ExampleCall): readonly string[] {
  if (isPlain(call)) {
    const shown = [`const response = await ${plainCall(call)};`, 'console.log(response.status, await response.text());'];
    return [...(call.body ? beforeBody(call.body) : []), ...shown];
  }
  const request = clientCall(call);
  return call.answers.length === 0 ? [`await ok(${request});`] : [`const { data } = await ok(${request});`, 'console.log(data);'];
}

/** Whether it is asked as any address is: what the package does not know, and what comes from a file, for which it has no types. */
const isPlain = ({ isInClient, body }: ExampleCall): boolean =>
  !isInClient || (body !== undefined && (isPicture(body) || isForm(body)));

const isForm = ({ type }: ExampleBody): boolean => type === 'multipart/form-data';

function clientCall(call: ExampleCall): string {
  const inits = initsOf(call);
  const tail = inits.length === 0 ? '' : `, {\n${inits.map((init) => `  ${init},\n`).join('')}}`;
  return `gateway.api.${call.method.toUpperCase()}(${TYPESCRIPT.text(call.template)}${tail})`;
}

function initsOf(call: ExampleCall): readonly string[] {
  const places = Object.entries({ path: call.path, query: call.query, header: call.header });
  const params = Object.fromEntries(places.filter(([, values]) => Object.keys(values).length > 0)) as JsonObject;
  return [
    ...(Object.keys(params).length > 0 ? [`params: ${literal(params, TYPESCRIPT, '  ')}`] : []),
    ...(call.body ? bodyInits(call.body) : []),
    ...(call.answers.length > 0 && !answersJson(call) ? [`parseAs: '${isText(call) ? 'text' : 'arrayBuffer'}'`] : []),
  ];
}

const isText = ({ answers }: ExampleCall): boolean => answers.some((type) => /^(text\/|application\/yaml)/.test(type));

function bodyInits({ type, whole }: ExampleBody): readonly string[] {
  const body = `body: ${literal(whole, TYPESCRIPT, '  ')}`;
  return type === 'application/json' ? [body] : [body, `headers: { 'Content-Type': '${type}' }`];
}

/** What is no JSON comes from a file. */
function beforeBody(body: ExampleBody): readonly string[] {
  const read = "const { readFile } = await import('node:fs/promises');";
  if (isPicture(body)) return [read, `const picture = await readFile('${fileOf(body.type)}');`, ''];
  return isForm(body) ? [read, ...form(body), ''] : [];
}

const fileOf = (mediaType: string): string => `picture.${mediaType.replace(/^.*\//, '')}`;

function form({ value, parts }: ExampleBody): readonly string[] {
  const appended = Object.entries(parts).map(([name, { mediaType }]) => {
    const isJson = mediaType === 'application/json';
    const content = isJson
      ? `JSON.stringify(${literal((value as JsonObject)[name] ?? null, TYPESCRIPT)})`
      : `await readFile('${fileOf(mediaType)}')`;
    return `form.append(${TYPESCRIPT.text(name)}, new Blob([${content}], { type: '${mediaType}' }));`;
  });
  return ['const form = new FormData();', ...appended];
}

function plainCall(call: ExampleCall): string {
  const inits = [`method: '${call.method.toUpperCase()}'`, ...(call.body ? plainInits(call.body) : [])];
  return `gateway.fetch(new Request(\`\${url}${target(call)}\`, { ${inits.join(', ')} }))`;
}

function plainInits(body: ExampleBody): readonly string[] {
  // which says its boundary itself
  if (isForm(body)) return ['body: form'];
  const sent = isPicture(body) ? 'picture' : `JSON.stringify(${literal(body.value, TYPESCRIPT)})`;
  return [`headers: { 'Content-Type': '${body.type}' }`, `body: ${sent}`];
}
