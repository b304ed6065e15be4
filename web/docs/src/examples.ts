import { type CodeExamples, examplesOf } from '../../../src/http/api-pages/code-examples.js';
import type { ExampleCall } from '../../../src/http/api-pages/example-call.js';
import { copyable } from './code-block.js';
import { element } from './element.js';
import { environmentNodes } from './environment.js';
import { inline } from './prose.js';
import { texts } from './texts.js';

const LANGUAGES: Readonly<Record<keyof CodeExamples, string>> = { curl: 'curl', typescript: 'TypeScript', python: 'Python' };

/** How an operation is called from each language, and what that takes. */
export function examples(call: ExampleCall): readonly Node[] {
  const made = examplesOf(call);
  const { nodes, show } = copyable(texts.examples, made.curl);
  const needs = element('p', { class: 'faint' });
  const buttons = Object.entries(LANGUAGES).map(([key, name]) => {
    const language = key as keyof CodeExamples;
    const button = element('button', { type: 'button', 'aria-pressed': String(language === 'curl') }, name);
    button.addEventListener('click', () => {
      show(made[language]);
      needs.replaceChildren(...inline(needsOf(language, call)));
      for (const one of buttons) one.setAttribute('aria-pressed', String(one === button));
    });
    return button;
  });
  return [...environmentNodes(call.needsToken), element('p', { class: 'languages' }, ...buttons), needs, ...nodes];
}

function needsOf(language: keyof CodeExamples, { isWebSocket }: ExampleCall): string {
  return `${texts.needs[language]}${language === 'typescript' && isWebSocket ? ` ${texts.needsWebSocket}` : ''}`;
}
