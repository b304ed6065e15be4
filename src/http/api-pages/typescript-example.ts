import type { JsonObject } from '../../json.js';
import { type ExampleBody, type ExampleCall, answersJson, isEndless, isPicture, target } from './example-call.js';
import { TYPESCRIPT, literal } from './literal.js';

/** What of umec-client a WebSocket is asked by, by the end of its path. */
const FOLLOWED: readonly (readonly [end: RegExp, name: string, loop: (call: ExampleCall) => string])[] = [
  [/^\/events\/v1$/, 'events', () => "events(gateway, { topics: ['lines/**', 'cameras/**'] })"],
  [/\/readings\/arrivals\/websocket$/, 'arrivals', () => "arrivals(gateway, { after: 'now' })"],
  [/\/stream(\/websocket)?$/, 'frames', ({ path }) => `frames(gateway, ${TYPESCRIPT.text(path.cameraId ?? '')}, { fps: 2 })`],
  [/\/websocket$/, 'notifications', (call) => `notifications(gateway, \`\${url}${target(call)}\`)`],
];

/** A module for Node and for browsers that has `umec-client`; a path that this does not know is asked as any address of the gateway is. */
export function typescriptExample(call: ExampleCall): string {
  const following = call.isWebSocket || isEndless(call) ? FOLLOWED.find(([end]) => end.test(call.template)) : undefined;
  const [, name, loop] = following ?? [];
  const lines = loop ? [`for await (const told of ${loop(call)}) console.log(told);`] : asked(call);
  const names = ['connect', name ?? (call.isInClient ? 'ok' : undefined)].filter((one) => one !== undefined).sort();
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

function asked(call: ExampleCall): readonly string[] {
  const request = call.isInClient ? clientCall(call) : plainCall(call);
  if (!call.isInClient) return [`const response = await ${request};`, 'console.log(response.status, await response.text());'];
  if (call.answers.length === 0) return [`await ok(${request});`];
  const before = call.body ? beforeBody(call.body) : [];
  return [...before, `const { data } = await ok(${request});`, 'console.log(data);'];
}

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

function bodyInits(sent: ExampleBody): readonly string[] {
  const { type, whole } = sent;
  if (type === 'multipart/form-data') return ['body: form as never', 'bodySerializer: (body) => body'];
  if (isPicture(sent))
    return ['body: picture as never', 'bodySerializer: (body) => body', `headers: { 'Content-Type': '${type}' }`];
  const body = `body: ${literal(whole, TYPESCRIPT, '  ')}`;
  return type === 'application/json' ? [body] : [body, `headers: { 'Content-Type': '${type}' }`];
}

/** What is no JSON comes from a file. */
function beforeBody(body: ExampleBody): readonly string[] {
  const read = "const { readFile } = await import('node:fs/promises');";
  if (isPicture(body)) return [read, `const picture = await readFile('${fileOf(body.type)}');`, ''];
  return body.type === 'multipart/form-data' ? [read, ...form(body), ''] : [];
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
  const { method, body } = call;
  const type = body ? `, headers: { 'Content-Type': '${body.type}' }` : '';
  const sent = body ? `, body: JSON.stringify(${literal(body.value, TYPESCRIPT)})` : '';
  return `gateway.fetch(new Request(\`\${url}${target(call)}\`, { method: '${method.toUpperCase()}'${type}${sent} }))`;
}
