/**
 * What a reader's shell has set: not what npx tells those that it has started, by which another npx in there would look for its
 * programs elsewhere, and not the settings of a gateway that whoever runs the tests may have.
 */
export function shellEnvironment(more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^(npm|UMEC)_/.test(name));
  return { ...Object.fromEntries(own), ...more };
}
