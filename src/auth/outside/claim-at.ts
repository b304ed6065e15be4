/**
 * The claim at a dotted path, such as `realm_access.roles` or `kubernetes.io.namespace`. Names of claims may have dots themselves,
 * so every way of cutting the path is tried, the shortest first name last.
 *
 * @returns undefined when there is none
 */
export function claimAt(claims: unknown, path: string): unknown {
  if (typeof claims !== 'object' || claims === null || Array.isArray(claims)) return undefined;
  const own = claims as Readonly<Record<string, unknown>>;
  if (Object.hasOwn(own, path)) return own[path];
  for (let dot = path.lastIndexOf('.'); dot > 0; dot = path.lastIndexOf('.', dot - 1)) {
    const head = path.slice(0, dot);
    const found = Object.hasOwn(own, head) ? claimAt(own[head], path.slice(dot + 1)) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}
