/** Cameras and sizes that are looked at together; of more, some are made again for each reader. */
const MOST = 16;

/**
 * A mapping that is computed once for all who ask at about the same time. Only the last few values are remembered: of what comes and goes
 * thirty times a second a WeakMap would make as much work for the garbage collector as all the rest.
 */
export function lately<In extends object, Out>(make: (value: In) => Out): (value: In) => Out {
  const recent: { readonly value: In; readonly out: Out }[] = [];
  return (value) => {
    const known = recent.find((one) => one.value === value);
    if (known) return known.out;
    const out = make(value);
    recent.unshift({ value, out });
    if (recent.length > MOST) recent.pop();
    return out;
  };
}
