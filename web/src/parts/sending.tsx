import { useState } from 'preact/hooks';
import { Refused } from '../refused.js';

/** Something that somebody asked to be done: whether it is under way, and why it was not done. What was typed stays until it is. */
export interface Sending {
  readonly isSending: boolean;
  readonly refused?: Refused;
  /** @returns whether it was done */
  readonly send: (action: () => Promise<unknown>) => Promise<boolean>;
}

export function useSending(): Sending {
  const [state, setState] = useState<{ isSending: boolean; refused?: Refused }>({ isSending: false });
  const send = async (action: () => Promise<unknown>) => {
    setState({ isSending: true });
    try {
      await action();
    } catch (err) {
      setState({ isSending: false, refused: Refused.of(err) });
      return false;
    }
    setState({ isSending: false });
    return true;
  };
  return { ...state, send };
}
