import {
  type DocumentedOperation,
  type ExampleCall,
  isEndless,
  target,
  textOf,
} from '../../../src/http/api-pages/example-call.js';
import { followed } from '../../../src/http/api-pages/sample.js';
import type { Document } from '../../../src/http/document.js';
import type { Json, JsonObject } from '../../../src/json.js';
import { addressOf } from '../../src/root.js';
import { ask, enter, mayAsk } from '../../src/session.js';
import { answerNodes } from './answer.js';
import { bodyEditor, MistypedError } from './body-editor.js';
import { element } from './element.js';
import { texts } from './texts.js';

/** A form that calls the operation at this gateway and shows what comes. What is typed stays, whatever that is. */
export function tryIt(document: Document, { item, object }: DocumentedOperation, call: ExampleCall): readonly Node[] {
  if (call.isWebSocket || isEndless(call)) return [element('p', {}, texts.noSocket)];
  const listed = [...((item.parameters ?? []) as Json[]), ...((object.parameters ?? []) as Json[])];
  const fields = listed.map((one) => fieldOf(call, followed(document, one)));
  const body = call.body && bodyEditor(call.body);
  const shown = element('div', { role: 'status', 'aria-label': texts.answers });
  const form = element(
    'form',
    {},
    ...(call.method === 'get' ? [] : [element('p', { class: 'faint' }, texts.changes)]),
    ...fields.map(({ label }) => label),
    ...(body?.nodes ?? []),
    element('button', {}, texts.send),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void answerTo(call, fields, body?.read).then((nodes) => shown.replaceChildren(...nodes));
  });
  return [form, shown];
}

interface Field {
  readonly label: HTMLLabelElement;
  readonly place: string;
  readonly name: string;
  readonly input: HTMLInputElement;
}

function fieldOf(call: ExampleCall, parameter: JsonObject): Field {
  const [name, place] = [textOf(parameter.name ?? ''), textOf(parameter.in ?? '')];
  const places: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    path: call.path,
    query: call.query,
    header: call.header,
  };
  const input = element('input', {
    value: places[place]?.[name] ?? '',
    ...(parameter.required === true ? { required: '' } : {}),
  });
  return { label: element('label', {}, `${name} (${place})`, input), place, name, input };
}

async function answerTo(call: ExampleCall, fields: readonly Field[], read?: () => BodyInit): Promise<readonly Node[]> {
  try {
    const response = await send(call, fields, read?.());
    const nodes = await answerNodes(response);
    return response.status === 401 && mayAsk.value === false ? [...nodes, element('p', {}, texts.expired)] : nodes;
  } catch (error) {
    return [element('p', {}, error instanceof MistypedError ? error.message : texts.failed)];
  }
}

async function send(call: ExampleCall, fields: readonly Field[], body: BodyInit | undefined): Promise<Response> {
  const valuesIn = (wanted: string) =>
    Object.fromEntries(
      fields.filter(({ place, input }) => place === wanted && input.value !== '').map(({ name, input }) => [name, input.value]),
    );
  const address = addressOf(target({ ...call, path: valuesIn('path'), query: valuesIn('query') }));
  // a browser says the type of a form itself, with what stands between its parts, and of a file what it is
  const type: Record<string, string> = call.body && typeof body === 'string' ? { 'Content-Type': call.body.type } : {};
  const init: RequestInit = {
    method: call.method.toUpperCase(),
    headers: { ...valuesIn('header'), ...type },
    body: body ?? null,
  };
  // a form that says who asks, and a token beside it, would be two; and without the cookie too, a browser does not ask for a password
  // where the gateway answers 401 with `Basic`
  if (!call.needsToken) return fetch(address, { ...init, credentials: call.isOwnPage ? 'same-origin' : 'omit' });
  if (mayAsk.value !== true) await enter();
  return ask(new Request(address, init));
}
