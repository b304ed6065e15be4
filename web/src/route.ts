import { computed, signal } from '@preact/signals';

/** Where in the panel somebody is. It stands behind the `#`, so that no server and no proxy needs to know the pages. */
export interface Route {
  readonly page: string;
  /** What the page is about: a MAC, a cameraId …; undefined for a page of many. */
  readonly about: string | undefined;
}

const PATH = /^#\/([\w-]*)(?:\/(.+))?$/;
const hash = signal(location.hash);

export const route = computed<Route>(() => parsed(hash.value) ?? { page: '', about: undefined });

/** @returns undefined when that is no place in the panel, as the code of a link is none */
function parsed(text: string): Route | undefined {
  const [, page, about] = PATH.exec(text) ?? [];
  return page === undefined ? undefined : { page, about: about === undefined ? undefined : decoded(about) };
}

/** Somebody may have typed it. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Puts the place back into the address, where the code of a link has stood in its place. */
export function showPlace(): void {
  const place = hash.peek();
  if (location.hash === '' && parsed(place)) history.replaceState(null, '', place);
}

/** A link to a page. */
export const hrefTo = (page: string, about?: string): string =>
  about === undefined ? `#/${page}` : `#/${page}/${encodeURIComponent(about)}`;

addEventListener('hashchange', ({ newURL }) => {
  const text = new URL(newURL).hash;
  // the code of a link leads nowhere, whether it was taken out of the address by now or not: who signs in again is where he was
  if (text === '' || parsed(text)) hash.value = text;
});
