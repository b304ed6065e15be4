export type Copied = 'copied' | 'selected';

/** Takes along what stands there. A page that came without TLS has no clipboard: there it is selected, so that a key copies it. */
export async function copied(shown: Node): Promise<Copied> {
  try {
    await navigator.clipboard.writeText(shown.textContent ?? '');
    return 'copied';
  } catch {
    getSelection()?.selectAllChildren(shown);
    return 'selected';
  }
}
