export type Copied = 'copied' | 'selected';

/**
 * Takes along what stands there, or in that field. A page that came without TLS has no clipboard: there it is selected, so that a key
 * copies it.
 */
export async function copied(shown: Node): Promise<Copied> {
  const field = shown instanceof HTMLInputElement ? shown : undefined;
  try {
    await navigator.clipboard.writeText(field?.value ?? shown.textContent ?? '');
    return 'copied';
  } catch {
    if (field) field.select();
    else getSelection()?.selectAllChildren(shown);
    return 'selected';
  }
}
