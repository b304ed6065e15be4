import { type DocumentedOperation, type ExampleCall, isEndless } from '../../../src/http/api-pages/example-call.js';
import { followed } from '../../../src/http/api-pages/sample.js';
import type { Document } from '../../../src/http/document.js';
import type { Json } from '../../../src/json.js';
import { ask, enter, mayAsk } from '../../src/session.js';
import { answerNodes, forget } from './answer.js';
import { bodyEditor, MistypedError } from './body-editor.js';
import { element } from './element.js';
import { etagOffer, keepEtag } from './etags.js';
import { choiceOf, type Field, fieldOf, headerField, lineOf } from './field.js';
import { addressWith, firstValues } from './request.js';
import { texts } from './texts.js';
import { contentOf, settle, watch } from './unsent.js';

/** A form that calls the operation at this gateway and shows what comes. What is typed stays, whatever that is. */
export function tryIt(document: Document, { item, object }: DocumentedOperation, call: ExampleCall): readonly Node[] {
  if (call.isWebSocket || isEndless(call)) return [element('p', {}, texts.noSocket)];
  const listed = [...((item.parameters ?? []) as Json[]), ...((object.parameters ?? []) as Json[])];
  const parameters = listed.map((one) => fieldOf(document, call, followed(document, one)));
  const fields = [...parameters, ...headerFields(call)];
  const address = () => addressWith(call.template, fields);
  const body = call.body && bodyEditor(call.body);
  const form = element('form');
  form.append(
    ...(call.method === 'get' ? [] : [element('p', { class: 'faint' }, texts.changes)]),
    ...fields.flatMap((field) => [field.label, ...etagOffer(field, form, address)]),
    ...(body?.nodes ?? []),
    element('button', {}, texts.send),
  );
  // what is only looked for is no loss
  if (call.method !== 'get') watch(form);
  const request = () => ({ address: address(), headers: firstValues(fields, 'header'), body: body?.read() ?? null });
  return [form, ...answersOf(form, () => answerTo(call, request))];
}

/** Where no token is asked for, whoever brings something may say in another way who that is. */
function headerFields({ answers, body, needsToken, isOwnPage }: ExampleCall): readonly Field[] {
  const types = [...new Set(answers)];
  const saysWho = body !== undefined && !needsToken && !isOwnPage;
  return [
    ...(saysWho ? [headerField('Authorization', texts.authorization, lineOf(''))] : []),
    ...(types.length > 1 ? [headerField('Accept', texts.accept, choiceOf(types, texts.whatever))] : []),
  ];
}

interface Shown {
  /** In a word; all there is to say to who hears the page. */
  readonly status: readonly Node[];
  readonly rest: readonly Node[];
  /** Whether the gateway has taken what was sent. */
  readonly isTaken: boolean;
}

/** Where the answers to a form are shown. Until one is there, it is sent no second time. */
function answersOf(form: HTMLFormElement, answered: () => Promise<Shown>): readonly Node[] {
  const status = element('div', { role: 'status', 'aria-label': texts.answers });
  const rest = element('div');
  let isUnderWay = false;
  const show = (shown: Pick<Shown, 'status' | 'rest'>) => {
    forget(rest);
    status.replaceChildren(...shown.status);
    rest.replaceChildren(...shown.rest);
  };
  const send = async () => {
    isUnderWay = true;
    const content = contentOf(form);
    show({ status: [element('p', {}, texts.sending)], rest: [] });
    const shown = await answered();
    show(shown);
    if (shown.isTaken) settle(form, content);
    isUnderWay = false;
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (!isUnderWay) void send();
  });
  return [status, rest];
}

interface Asked {
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: BodyInit | null;
}

async function answerTo(call: ExampleCall, request: () => Asked): Promise<Shown> {
  try {
    const asked = request();
    const response = await send(call, asked);
    keepEtag(asked.address, response);
    const status = [element('p', {}, element('strong', {}, `${response.status} ${response.statusText}`))];
    const isOver = response.status === 401 && mayAsk.value === false;
    const said = isOver ? [...status, element('p', {}, texts.expired)] : status;
    return { status: said, rest: await answerNodes(response), isTaken: response.ok };
  } catch (error) {
    const said = error instanceof MistypedError ? error.message : texts.failed;
    return { status: [element('p', {}, said)], rest: [], isTaken: false };
  }
}

async function send(call: ExampleCall, { address, headers, body }: Asked): Promise<Response> {
  const init: RequestInit = { method: call.method.toUpperCase(), headers, body };
  // a form that says who asks, and a token beside it, would be two; and without the cookie too, a browser does not ask for a password
  // where the gateway answers 401 with `Basic`
  if (!call.needsToken) return fetch(address, { ...init, credentials: call.isOwnPage ? 'same-origin' : 'omit' });
  if (mayAsk.value !== true) await enter();
  return ask(new Request(address, init));
}
