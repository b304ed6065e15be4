import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { ROOT } from '../docs/blocks.js';

const WEB = join(ROOT, 'dist/web');
const KB = 1_000;

const read = (path: string): string => readFileSync(join(WEB, path), 'utf8');
const named = (text: string, pattern: RegExp): string[] => [...text.matchAll(pattern)].map(([, name = '']) => `assets/${name}`);
/** What a module cannot begin without. */
const importsOf = (path: string): string[] =>
  path.endsWith('.js') ? named(read(path), /(?:from|import)\s*["'`]\.\/([^"'`]+)/g) : [];
/** What a module asks for when it is wanted. */
const laterOf = (path: string): string[] => named(read(path), /import\(["'`]\.\/([^"'`]+)/g);

/** These files, and all that they cannot begin without. */
function withImports(paths: readonly string[], known: ReadonlySet<string> = new Set()): Set<string> {
  const found = new Set(paths);
  for (const path of found) for (const one of importsOf(path)) if (!known.has(one)) found.add(one);
  return found;
}

/** As they come over the network. */
const bytesOf = (paths: Iterable<string>): number =>
  [...paths].reduce((sum, path) => sum + gzipSync(readFileSync(join(WEB, path))).length, 0);

const first = withImports(named(read('index.html'), /(?:src|href)="\.\/assets\/([^"]+)"/g));
const pages = [...first].filter((path) => path.endsWith('.js')).flatMap(laterOf);
const styles = readdirSync(join(WEB, 'assets')).filter((name) => name.endsWith('.css'));

describe('What a browser loads', () => {
  it('is at most 200 kB, compressed, until the first page is shown', () => {
    expect(first.size).toBeGreaterThan(2);
    expect(bytesOf([...first, 'index.html'])).toBeLessThanOrEqual(200 * KB);
  });

  it('is there for other pages', () => {
    expect(pages).toContainEqual(expect.stringMatching(/^assets\/settings-/));
  });

  it.each(pages)('is at most 60 kB more for %s', (page) => {
    const own = withImports([page], first);
    const stem = page.replace(/^assets\/(.*)-.{8}\.js$/, '$1');
    const style = styles.filter((name) => name.startsWith(`${stem}-`)).map((name) => `assets/${name}`);
    expect(bytesOf([...own, ...style])).toBeLessThanOrEqual(60 * KB);
  });
});
