/** A number from 0 up to 1 that looks random and is the same for the same arguments, which are whole numbers. */
export function chance(...numbers: readonly number[]): number {
  let mixed = 0x9e3779b9;
  for (const number of numbers) {
    mixed = Math.imul(mixed ^ (number | 0), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    mixed ^= mixed >>> 16;
  }
  return (mixed >>> 0) / 2 ** 32;
}

/** One of the choices, which are at least one. */
export function pick<T>(choices: readonly [T, ...T[]], luck: number): T {
  return choices[Math.floor(luck * choices.length)] ?? choices[0];
}
