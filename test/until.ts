/** Asks again and again until the answer is yes; for what happens in another process, which tells nobody when it has. */
export async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await new Promise((resolve) => setImmediate(resolve));
}
