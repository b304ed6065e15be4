/**
 * The words of somebody else, for a log that a terminal may show: nothing in them moves its cursor, colours it or turns text around.
 *
 * @param most characters
 */
export function printable(words: string, most: number): string {
  return words.slice(0, most).replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '?');
}
