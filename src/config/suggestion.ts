const FARTHEST = 3;

/** The nearest name, when it is near enough to be a slip of the finger. */
export function suggestion(name: string, known: readonly string[]): string {
  const near = [...new Set(known)]
    // further apart than any slip, whatever else they are: a long name costs nothing
    .filter((one) => Math.abs(one.length - name.length) <= FARTHEST)
    .map((one) => ({ one, distance: editDistance(name.toLowerCase(), one.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance)[0];
  return near && near.distance <= Math.min(FARTHEST, Math.ceil(near.one.length / 3)) ? `, did you mean ${near.one}?` : '';
}

/** @see Levenshtein distance, row by row */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length] ?? 0;
}
