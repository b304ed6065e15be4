/**
 * Compiles topics to a test of a subject: `*` stands for one segment, `**` at the end for one or more.
 *
 * @param topics as the specification's pattern lets them through; none means every subject
 */
export function topicFilter(topics: readonly string[] | undefined): (subject: string) => boolean {
  if (!topics || topics.length === 0) return () => true;
  const patterns = topics.map((topic) => topic.split('/'));
  return (subject) => {
    const segments = subject.split('/');
    return patterns.some((pattern) => matches(pattern, segments));
  };
}

function matches(pattern: readonly string[], segments: readonly string[]): boolean {
  const open = pattern.at(-1) === '**';
  const fixed = open ? pattern.slice(0, -1) : pattern;
  const fits = open ? segments.length > fixed.length : segments.length === fixed.length;
  return fits && fixed.every((part, index) => part === '*' || part === segments[index]);
}
