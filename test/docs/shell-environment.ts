/**
 * What a reader's shell has set: not what npx tells those that it has started, by which another npx in there would look for its
 * programs elsewhere, and not what these tests are set by, which would be settings that the gateway does not know.
 */
export function shellEnvironment(more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^(npm|UMEC)_/.test(name));
  return { ...Object.fromEntries(own), ...more };
}
