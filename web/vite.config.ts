import { join } from 'node:path';
import { defineConfig } from 'vite';

/**
 * What every page needs, and what every page of the panel needs, are a file each: a browser asks for few at once. Left to itself, what two
 * pages share would be a file. Charts come with the pages that have some.
 */
const GROUPS = [
  { name: 'session', test: /\/node_modules\/(@?preact|openapi-fetch)\/|\/web\/src\/(session|root|copied)\.ts$/, priority: 2 },
  { name: 'panel', test: /\/web\/src\/(?!pages\/|pages\.ts|main\.tsx|parts\/chart)/, priority: 1 },
];

/** The panel and the pages of the APIs; their files name each other relatively, so that they work wherever a proxy puts them. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  publicDir: false,
  logLevel: 'warn',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2022',
    // what is written into a page is against its policy
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // whose code is in it, and their licences
    license: { fileName: 'third-party.json' },
    rolldownOptions: {
      input: ['index.html', 'docs/index.html'].map((page) => join(import.meta.dirname, page)),
      output: { codeSplitting: { groups: GROUPS } },
    },
  },
});
