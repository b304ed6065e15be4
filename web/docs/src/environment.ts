import { effect } from '@preact/signals';
import { environment } from '../../../src/http/api-pages/first-steps.js';
import { addressOf } from '../../src/root.js';
import { isSignedIn, mayAsk } from '../../src/session.js';
import { copyable } from './code-block.js';
import { element } from './element.js';
import { inline } from './prose.js';
import { texts } from './texts.js';

/**
 * What is typed once in the shell in which examples are run. Where nobody has to sign in no token is needed, either.
 *
 * @param command what is run then
 */
export function environmentNodes(needsToken: boolean, command = ''): readonly Node[] {
  const { nodes, show } = copyable(texts.environment, '');
  const whence = element('p', { class: 'faint' }, ...inline(texts.tokenFrom));
  effect(() => {
    const isOpen = mayAsk.value === true && !isSignedIn();
    show(environment(addressOf('').replace(/\/$/, ''), needsToken && !isOpen) + command);
    whence.hidden = !needsToken || isOpen;
  });
  return [...nodes, whence];
}
