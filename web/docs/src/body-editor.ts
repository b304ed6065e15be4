import { type ExampleBody, isJson, textOf } from '../../../src/http/api-pages/example-call.js';
import type { Json, JsonObject } from '../../../src/json.js';
import { element } from './element.js';
import { choiceOf, lineOf } from './field.js';
import { texts } from './texts.js';

/** What was typed cannot be sent; its message says why. */
export class MistypedError extends Error {}

/** Where a body is typed, or a file is chosen that is one. */
export interface BodyEditor {
  readonly nodes: readonly Node[];
  /** What is to be sent, which says itself of what media type it is. @throws MistypedError */
  readonly read: () => BodyInit;
}

/** Begins with the example of the body. */
export function bodyEditor(body: ExampleBody): BodyEditor {
  if (body.type === 'multipart/form-data') return partsEditor(body);
  if (body.type === 'application/x-www-form-urlencoded') return formEditor(body);
  return contentEditor(texts.body, body.types, body.value);
}

interface ContentEditor {
  readonly nodes: readonly Node[];
  readonly read: () => Blob;
}

/** JSON is typed, of whatever else a file is chosen. @param types that are taken: of several, one is chosen too */
function contentEditor(title: string, types: readonly string[], value: Json): ContentEditor {
  const type = choiceOf(types);
  const { label, read } = types.every(isJson) ? jsonEditor(title, type, value) : fileEditor(title, type);
  const kind = element('label', {}, texts.mediaType(title), type);
  return { nodes: types.length === 1 ? [label] : [label, kind], read };
}

interface OneEditor {
  readonly label: HTMLLabelElement;
  readonly read: () => Blob;
}

function jsonEditor(title: string, type: HTMLSelectElement, value: Json): OneEditor {
  const area = element('textarea', { rows: '8', spellcheck: 'false', autocapitalize: 'none' });
  area.value = JSON.stringify(value, undefined, 2);
  const read = () => {
    const fault = faultOf(area.value);
    area.setAttribute('aria-invalid', String(fault !== undefined));
    if (fault === undefined) return new Blob([area.value], { type: type.value });
    area.focus();
    throw new MistypedError(texts.noJson(fault));
  };
  return { label: element('label', {}, titled(title, type), area), read };
}

function faultOf(text: string): string | undefined {
  try {
    JSON.parse(text);
    return undefined;
  } catch (error) {
    return (error as SyntaxError).message;
  }
}

/** The bytes of a file. What it is the browser knows by its name, as far as it does: whoever chose it may know better. */
function fileEditor(title: string, type: HTMLSelectElement): OneEditor {
  const types = [...type.options].map(({ value }) => value);
  const input = element('input', { type: 'file', required: '', accept: types.join(',') });
  const chosen = () => input.files?.[0] ?? new File([], '');
  input.addEventListener('change', () => {
    if (types.includes(chosen().type)) type.value = chosen().type;
  });
  const read = () => new File([chosen()], chosen().name, { type: type.value });
  return { label: element('label', {}, titled(title, type), input), read };
}

const titled = (title: string, type: HTMLSelectElement): string =>
  `${title} (${[...type.options].map(({ value }) => value).join(', ')})`;

/** Names and values, each of which may be left empty. */
function formEditor({ value, members }: ExampleBody): BodyEditor {
  const fields = members.map((name) => ({ name, input: lineOf(textOf((value as JsonObject)[name] ?? '')) }));
  return {
    nodes: fields.map(({ name, input }) => element('label', {}, name, input)),
    read: () => new URLSearchParams(fields.flatMap(({ name, input }) => (input.value === '' ? [] : [[name, input.value]]))),
  };
}

function partsEditor({ parts, value }: ExampleBody): BodyEditor {
  const editors = Object.entries(parts).map(([name, { mediaTypes }]) => ({
    ...contentEditor(name, mediaTypes, (value as JsonObject)[name] ?? null),
    name,
  }));
  const read = () => {
    const form = new FormData();
    for (const editor of editors) form.append(editor.name, editor.read());
    return form;
  };
  return { nodes: editors.flatMap(({ nodes }) => nodes), read };
}
