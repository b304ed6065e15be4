import { describe, expect, it } from '@jest/globals';
import { MAKE_PACKAGE, PACKAGE_FILE } from '../../src/http/api-pages/first-steps.js';
import { readPage, tableRows } from './blocks.js';

const { version } = JSON.parse(readPage('package.json')) as { readonly version: string };

/** What `npm run sdk` makes of a language, from the checkout's root. */
function madeOf(language: string): readonly string[] {
  const joined = [...readPage(`scripts/sdk/${language}.mjs`).matchAll(/file: join\(out, (.*)\) }/g)].map(
    ([, words = '']) => words,
  );
  return joined.map((words) =>
    ['dist/sdk', language, ...[...words.matchAll(/['`]([^'`]+)['`]/g)].map(([, word = '']) => word)]
      .join('/')
      .replace('${version}', version),
  );
}

describe.each(['typescript', 'python'] as const)('The package of %s', (language) => {
  it('is made where the API pages say, and once', () => {
    expect(madeOf(language).filter((file) => matches(PACKAGE_FILE[language], file))).toHaveLength(1);
  });

  it('is installed from there by its page and by that of all of them', () => {
    const [file = ''] = madeOf(language);
    const page = readPage(`sdk/${language}/README.md`);
    expect(page).toContain(MAKE_PACKAGE[language]);
    expect(page).toMatch(new RegExp(`install \\S*${file.split('/').at(-1) ?? ''}`));
    const rows = tableRows(readPage('sdk/README.md'), 'folder');
    expect(rows.map(([, , installed = '']) => `dist/sdk/${installed}`)).toContain(file);
  });
});

const matches = (pattern: string, file: string): boolean => {
  const [before = '', after = ''] = pattern.split('*');
  return file.startsWith(before) && file.endsWith(after);
};
