/**
 * What a reader's shell has set: not what npx tells those that it has started, by which another npx in there would look for its
 * programs elsewhere.
 */
export function shellEnvironment(more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('npm_'));
  return { ...Object.fromEntries(own), ...more };
}
