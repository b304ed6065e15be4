type Value = string | number | boolean;
/** What a client asked for, by name. */
export type Query = Readonly<Record<string, Value | readonly Value[] | undefined>>;

/**
 * The header that leads to the next page of a list.
 *
 * @param path of the resource, as the client asked for it
 * @param query what the client asked for
 * @param next where this page ends; absent when it is the last
 * @see ETSI GS MEC 009, clause 6.20; RFC 8288
 */
export function linkToNext(path: string, query: Query, next: string | undefined): { Link?: string } {
  if (next === undefined) return {};
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...query, nextpage_opaque_marker: next }))
    for (const one of listOf(value)) search.append(name, String(one));
  return { Link: `<${path}?${search.toString()}>; rel="next"` };
}

function listOf(value: Query[string]): readonly Value[] {
  if (value === undefined) return [];
  return typeof value === 'object' ? value : [value];
}
