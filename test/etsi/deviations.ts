/** A row of openapi/README.md that says where we leave ETSI's files. */
export interface Deviation {
  readonly what: string;
  readonly patterns: readonly Pattern[];
}

/** Lines of `differences`, told word by word, where `*` stands for any letters of one word. */
export interface Pattern {
  readonly text: string;
  readonly expression: RegExp;
}

const HEADING = '| what | where | why |';

/** @param page with tables headed `what`, `where`, `why`; in the second column the patterns stand in backticks */
export function deviationsOf(page: string): Deviation[] {
  return page
    .split('\n\n')
    .filter((paragraph) => paragraph.startsWith(HEADING))
    .flatMap((table) => table.trim().split('\n').slice(2))
    .map((row) => {
      const [, what = '', where = ''] = row.split('|').map((cell) => cell.trim());
      return { what, patterns: [...where.matchAll(/`([^`]+)`/g)].map(([, text = '']) => toPattern(text)) };
    });
}

/** The differences that no row explains. */
export function unexplained(differences: readonly string[], deviations: readonly Deviation[]): string[] {
  const isExplained = (difference: string) =>
    deviations.some(({ patterns }) => patterns.some(({ expression }) => expression.test(difference)));
  return differences.filter((difference) => !isExplained(difference));
}

function toPattern(text: string): Pattern {
  const parts = text.split('*').map((part) => part.replaceAll(/[.?+^$()[\]{}|\\]/g, '\\$&'));
  return { text, expression: new RegExp(`^${parts.join('[^ ]*')}$`) };
}
