/** The forms that change something, and what stood in each when it was made, or was sent last and taken. */
const settled = new Map<HTMLFormElement, string>();

/** Has what is typed into it count from now on. */
export function watch(form: HTMLFormElement): void {
  settled.set(form, contentOf(form));
}

/** What of it was sent is done with; what was typed meanwhile stays. */
export function settle(form: HTMLFormElement, sent: string): void {
  if (settled.has(form)) settled.set(form, sent);
}

/** Whether something that was typed would be lost with the page. */
export const isAnyUnsent = (): boolean => [...settled].some(([form, content]) => contentOf(form) !== content);

/** All that stands in a form, to be compared. */
export const contentOf = ({ elements }: HTMLFormElement): string => JSON.stringify([...elements].map(valueOf));

function valueOf(field: Element): string | boolean {
  if (field instanceof HTMLInputElement && field.type === 'checkbox') return field.checked;
  return 'value' in field ? String(field.value) : '';
}
