/** Packages whose code is in the panel's files: they are shipped, although none of their folders is. dist/web/third-party.json has their licences. */
export const BUNDLED = ['@preact/signals', '@preact/signals-core', 'openapi-fetch', 'preact', 'uplot', 'yaml'];
