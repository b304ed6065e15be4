import { type ExampleBody, isPicture, textOf } from '../../../src/http/api-pages/example-call.js';
import type { Json, JsonObject } from '../../../src/json.js';
import { element } from './element.js';
import { texts } from './texts.js';

/** What was typed cannot be sent; its message says why. */
export class MistypedError extends Error {}

/** Where a body is typed. */
export interface BodyEditor {
  readonly nodes: readonly Node[];
  /** What is to be sent. @throws MistypedError */
  readonly read: () => BodyInit;
}

/** Begins with the example of the body. */
export function bodyEditor(body: ExampleBody): BodyEditor {
  if (body.type === 'multipart/form-data') return partsEditor(body);
  if (body.type === 'application/x-www-form-urlencoded') return formEditor(body.value as JsonObject);
  const title = `${texts.body} (${body.type})`;
  const { label, read } = isPicture(body) ? fileEditor(title) : jsonEditor(title, body.value);
  return { nodes: [label], read };
}

interface OneEditor<Value> {
  readonly label: HTMLLabelElement;
  readonly read: () => Value;
}

function jsonEditor(title: string, value: Json): OneEditor<string> {
  const area = element('textarea', { rows: '8', spellcheck: 'false' });
  area.value = JSON.stringify(value, undefined, 2);
  const read = () => {
    const fault = faultOf(area.value);
    area.setAttribute('aria-invalid', String(fault !== undefined));
    if (fault === undefined) return area.value;
    area.focus();
    throw new MistypedError(texts.noJson(fault));
  };
  return { label: element('label', {}, title, area), read };
}

function faultOf(text: string): string | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return (error as SyntaxError).message;
  }
}

function fileEditor(title: string): OneEditor<Blob> {
  const input = element('input', { type: 'file', required: '' });
  return { label: element('label', {}, title, input), read: () => input.files?.[0] ?? new Blob() };
}

/** Names and values, each of which may be left empty. */
function formEditor(value: JsonObject): BodyEditor {
  const fields = Object.entries(value).map(([name, one]) => ({ name, input: element('input', { value: textOf(one ?? null) }) }));
  return {
    nodes: fields.map(({ name, input }) => element('label', {}, name, input)),
    read: () => new URLSearchParams(fields.flatMap(({ name, input }) => (input.value === '' ? [] : [[name, input.value]]))),
  };
}

/** Files are chosen, JSON is typed. */
function partsEditor({ parts, value }: ExampleBody): BodyEditor {
  const editors = Object.entries(parts).map(([name, { mediaType }]): OneEditor<(form: FormData) => void> => {
    if (mediaType === 'application/json') {
      const { label, read } = jsonEditor(`${name} (${mediaType})`, (value as JsonObject)[name] ?? null);
      return { label, read: () => partOf(name, new Blob([read()], { type: mediaType })) };
    }
    const { label, read } = fileEditor(`${name} (${mediaType})`);
    return { label, read: () => partOf(name, read()) };
  });
  const read = () => {
    const form = new FormData();
    for (const editor of editors) editor.read()(form);
    return form;
  };
  return { nodes: editors.map(({ label }) => label), read };
}

const partOf = (name: string, content: Blob) => (form: FormData) => form.append(name, content);
