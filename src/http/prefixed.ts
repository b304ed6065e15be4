const last = new WeakMap<object, { readonly prefix: string; readonly bytes: Uint8Array }>();

/**
 * The JSON of a value with links that lead back through a proxy: of what stands in its `_links`, the paths get the prefix. Its entity
 * tag stays that of the value, which is what `If-Match` is compared with.
 *
 * @param prefix begins with a slash
 */
export function prefixedBytes(body: object, prefix: string): Uint8Array {
  const known = last.get(body);
  if (known?.prefix === prefix) return known.bytes;
  const text = JSON.stringify(body, (name, value: unknown) => (name === '_links' ? withPrefix(value, prefix) : value));
  const bytes = Buffer.from(text);
  last.set(body, { prefix, bytes });
  return bytes;
}

/** A header that holds a path, as `Location` does, or paths in angle brackets, as `Link` does. */
export function prefixedHeader(name: string, value: string | number, prefix: string): string | number {
  if (prefix === '' || typeof value !== 'string') return value;
  if (name.toLowerCase() === 'location') return value.replace(/^\/(?!\/)/, `${prefix}/`);
  return name.toLowerCase() === 'link' ? value.replace(/(^|, )<\/(?!\/)/g, `$1<${prefix}/`) : value;
}

function withPrefix(value: unknown, prefix: string): unknown {
  if (Array.isArray(value)) return value.map((one) => withPrefix(one, prefix));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      name === 'href' && typeof inner === 'string' ? inner.replace(/^\/(?!\/)/, `${prefix}/`) : withPrefix(inner, prefix),
    ]),
  );
}
