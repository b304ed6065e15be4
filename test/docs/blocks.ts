import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout that this test was compiled in. */
export const ROOT = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));

/** A fenced block of a page. */
export interface Block {
  /** What stands behind the fence: `ts`, `sh fails`. */
  readonly info: string;
  readonly text: string;
  /** The line of prose above it. */
  readonly before: string;
  /** The file that line names, when it ends with `path`: in backticks and a colon. */
  readonly file: string | undefined;
}

export function readPage(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** Every page of prose that people read: beside README.md those in docs/ and openapi/. */
export function pages(): string[] {
  const under = (folder: string) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name));
  const top = readdirSync(ROOT);
  return [...top, ...under('docs'), ...under('openapi')].filter((path) => path.endsWith('.md')).sort();
}

/** In the order of the page. */
export function blocksOf(page: string): Block[] {
  const blocks: Block[] = [];
  for (const { index, 1: info = '', 2: text = '' } of page.matchAll(/^```(\S[^\n]*)?\n([\s\S]*?)^```$/gm)) {
    const before = page.slice(0, index).trimEnd().split('\n').at(-1) ?? '';
    blocks.push({ info, text, before, file: /`([\w./-]+)`:$/.exec(before)?.[1] });
  }
  return blocks;
}

/** The cells of every table whose first column is headed `first`, without the backticks. */
export function tableRows(page: string, first: string): string[][] {
  const rows: string[][] = [];
  let inside = false;
  for (const line of page.split('\n')) {
    const cells = /^\|(.*)\|$/
      .exec(line)?.[1]
      ?.split(/(?<!\\)\|/)
      .map((cell) => cell.trim().replaceAll('`', ''));
    if (!cells) inside = false;
    else if (cells[0] === first) inside = true;
    else if (inside && !/^-+$/.test(cells[0] ?? '')) rows.push(cells);
  }
  return rows;
}
