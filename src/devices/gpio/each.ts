/** Does the task with each of these, also when it fails with one before. @throws what it failed with first */
export function each<T>(items: Iterable<T>, task: (item: T) => void): void {
  const failures: { readonly error: unknown }[] = [];
  for (const item of items) {
    try {
      task(item);
    } catch (error) {
      failures.push({ error });
    }
  }
  if (failures[0]) throw failures[0].error;
}
