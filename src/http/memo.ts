/**
 * A mapping that is computed once per value: with domain values that are never changed, the mapped one is the same object
 * again, and so are the bytes that `encode` keeps with it.
 */
export function mapOnce<In extends object, Out>(map: (value: In) => Out): (value: In) => Out {
  const mapped = new WeakMap<In, { readonly out: Out }>();
  return (value) => {
    let known = mapped.get(value);
    if (!known) mapped.set(value, (known = { out: map(value) }));
    return known.out;
  };
}
