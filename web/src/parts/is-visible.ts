import { signal } from '@preact/signals';

/** Whether anybody can see the page: what costs as long as it is shown is not asked for else. */
export const isVisible = signal(!document.hidden);
document.addEventListener('visibilitychange', () => (isVisible.value = !document.hidden));
