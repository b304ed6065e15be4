/** What stands between a reader and the first answer, in words of a POSIX shell and of Node. */

/** What each example reads of its environment. @param url the gateway's, without a slash at the end */
export function environment(url: string, needsToken: boolean): string {
  return `export UMEC_URL=${url}\n${needsToken ? 'export UMEC_TOKEN=$(npx umec token)\n' : ''}`;
}

export const FIRST_FILE = 'first.mjs';

/** A whole program for Node 20 or later, with no package: what the tags measure now. */
export const FIRST_PROGRAM = `const { UMEC_URL, UMEC_TOKEN } = process.env;
const headers = { Authorization: \`Bearer \${UMEC_TOKEN}\` };
const answer = await fetch(\`\${UMEC_URL}/sensors/v1/readings/latest\`, { headers });
if (!answer.ok) throw new Error(\`\${answer.status}: \${await answer.text()}\`);
const readings = await answer.json();
console.log('tags that are heard:', readings.length);
for (const { name, mac, temperature } of readings) console.log(name ?? mac, temperature, '°C');
`;

/** How the package of a language is made in a checkout of the gateway: it is published nowhere. */
export const MAKE_PACKAGE = { typescript: 'npm run sdk -- typescript', python: 'npm run sdk -- python' } as const;

/** What was made, from the checkout's root. A shell finds the one version. */
export const PACKAGE_FILE = {
  typescript: 'dist/sdk/typescript/umec-client-*.tgz',
  python: 'dist/sdk/python/dist/umec_client-*.whl',
} as const;
