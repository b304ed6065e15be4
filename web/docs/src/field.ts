import { type ExampleCall, textOf } from '../../../src/http/api-pages/example-call.js';
import { followed } from '../../../src/http/api-pages/sample.js';
import type { Document } from '../../../src/http/document.js';
import type { Json, JsonObject } from '../../../src/json.js';
import { element } from './element.js';
import { texts } from './texts.js';

/** Where one parameter is filled in. */
export interface Field {
  readonly label: HTMLLabelElement;
  readonly place: string;
  readonly name: string;
  readonly input: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;
  /** What is to be sent: nothing where it is left out, several where it is a list. */
  readonly values: () => readonly string[];
  /** Whether each value of a list has the name before it. */
  readonly isRepeated: boolean;
}

/** A field as its schema wants it, with the example of what has to be given. */
export function fieldOf(document: Document, call: ExampleCall, parameter: JsonObject): Field {
  const [name, place] = [textOf(parameter.name ?? ''), textOf(parameter.in ?? '')];
  const given: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    path: call.path,
    query: call.query,
    header: call.header,
  };
  const { input, values, hint } = inputOf(document, parameter, given[place]?.[name] ?? '');
  input.required = parameter.required === true;
  const words = [`${name} (${place})`, ...(input.required ? [texts.required] : []), ...(hint === undefined ? [] : [hint])];
  return {
    ...{ label: element('label', {}, words.join(', '), input), place, name, input, values },
    // as OpenAPI has it of a query, unless it is said
    isRepeated: parameter.explode !== false,
  };
}

/** Of a header that OpenAPI does not count among the parameters. */
export function headerField(name: string, title: string, input: HTMLInputElement | HTMLSelectElement): Field {
  const label = element('label', {}, title, input);
  return { label, place: 'header', name, input, values: () => valueOf(input), isRepeated: false };
}

const valueOf = ({ value }: { readonly value: string }): readonly string[] => (value === '' ? [] : [value]);

/** A list of what may be chosen. @param nothing what is chosen first where nothing need be */
export function choiceOf(options: readonly string[], nothing?: string): HTMLSelectElement {
  return element(
    'select',
    {},
    ...(nothing === undefined ? [] : [element('option', { value: '' }, nothing)]),
    ...options.map((one) => element('option', { value: one }, one)),
  );
}

/** What is typed is meant as it is: a phone is not to begin it with a capital, or to mend it. */
export function lineOf(value: string): HTMLInputElement {
  return element('input', { value, autocapitalize: 'none', autocomplete: 'off', spellcheck: 'false' });
}

function inputOf(
  document: Document,
  { schema: node, allowEmptyValue }: JsonObject,
  value: string,
): Pick<Field, 'input' | 'values'> & { readonly hint?: string } {
  const schema = followed(document, node);
  if (allowEmptyValue === true) return flag();
  if (schema.type === 'array') return list(value);
  const options = schema.type === 'boolean' ? [true, false] : (schema.enum as readonly Json[] | undefined);
  const input = options ? choiceOf(options.map(textOf), texts.leftOut) : lineOf(value);
  input.value = value;
  return { input, values: () => valueOf(input) };
}

/** What is said by its name alone. */
function flag(): Pick<Field, 'input' | 'values'> {
  const input = element('input', { type: 'checkbox' });
  return { input, values: () => (input.checked ? [''] : []) };
}

/** One value a line: a value may have a comma in it. */
function list(value: string): Pick<Field, 'input' | 'values'> & { readonly hint: string } {
  const input = element('textarea', { rows: '2', autocapitalize: 'none', spellcheck: 'false' });
  input.value = value;
  const values = () => input.value.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
  return { input, values, hint: texts.oneALine };
}
