/**
 * Which paths are at a place or below it. They are compared segment by segment, as they are meant: some programs write a colon as
 * `%3A`, and `/gpio/v1/lines/2` is no part of `/gpio/v1/lines/27`.
 *
 * @param place a path; slashes at its ends say nothing
 */
export function isWithin(place: string): (path: string) => boolean {
  const wanted = segmentsOf(place);
  return (path) => {
    const segments = segmentsOf(path);
    return wanted.every((segment, index) => segment === segments[index]);
  };
}

function segmentsOf(path: string): readonly string[] {
  return path
    .split('/')
    .filter((segment) => segment !== '')
    .map(meant);
}

/** What nobody can read, or was cut in the middle of a character, is taken as it is. */
function meant(segment: string): string {
  try {
    return segment.includes('%') ? decodeURIComponent(segment) : segment;
  } catch {
    return segment;
  }
}
