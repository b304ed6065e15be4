import { effect, signal } from '@preact/signals';
import { element } from './element.js';
import type { Field } from './field.js';
import { texts } from './texts.js';

/** The headers that name what somebody has. */
const CONDITIONS = ['If-Match', 'If-None-Match', 'If-Range'];

/** The ETag of what was answered last, by its path. */
const known = signal<ReadonlyMap<string, string>>(new Map());

/** Keeps what an answer says of what it is of: of what was made, that is where it says it is. Without an ETag nothing is known any more. */
export function keepEtag(address: string, { ok, headers }: Response): void {
  if (!ok) return;
  const { pathname } = new URL(headers.get('Location') ?? address, address);
  const etag = headers.get('ETag');
  const others = [...known.value].filter(([path]) => path !== pathname);
  known.value = new Map(etag === null ? others : [...others, [pathname, etag]]);
}

/**
 * Offers for a condition the ETag that is known, once there is one. It is taken by whoever wants it: a change without it is good too.
 *
 * @param address what the form asks for now
 */
export function etagOffer({ name, input }: Field, form: HTMLFormElement, address: () => string): readonly Node[] {
  if (!CONDITIONS.includes(name)) return [];
  const button = element('button', { type: 'button' });
  const offered = () => known.value.get(new URL(address()).pathname);
  const draw = () => {
    const etag = offered();
    button.textContent = texts.takeEtag(name, etag ?? '');
    button.hidden = etag === undefined || etag === input.value;
  };
  button.addEventListener('click', () => {
    input.value = offered() ?? '';
    // what has the focus is about to go
    input.focus();
    draw();
  });
  form.addEventListener('input', draw);
  effect(draw);
  return [button];
}
