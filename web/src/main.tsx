import { effect } from '@preact/signals';
import { render } from 'preact';
import { isAnyTyped } from './drafts.js';
import { connection, follow } from './live.js';
import { forget } from './model.js';
import { keepKeyboard } from './parts/kept-keyboard.js';
import { showPlace } from './route.js';
import { Shell } from './shell.js';
import { enter, mayAsk } from './session.js';

const AGAIN_MS = 2000;

/** Follows for as long as somebody may. */
effect(() => {
  if (mayAsk.value !== true) {
    forget();
    return;
  }
  showPlace();
  const ended = new AbortController();
  void follow(ended.signal);
  return () => ended.abort();
});

async function begin(): Promise<void> {
  try {
    await enter();
  } catch {
    connection.value = 'LOST';
    setTimeout(() => void begin(), AGAIN_MS);
  }
}

// another link, opened in this window
addEventListener('hashchange', () => {
  if (location.hash.startsWith('#sign-in=')) void begin();
});

// drafts are in the page's memory alone, and whoever loads it again or goes to the API pages is asked by the browser
addEventListener('beforeunload', (event) => {
  if (isAnyTyped()) event.preventDefault();
});

// what is asked first is under way while the page is drawn
const begun = begin();
render(<Shell />, document.body);
keepKeyboard();
await begun;
