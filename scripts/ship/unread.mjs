/** Of npm's packages, what nothing reads where the gateway runs: of Linux, with glibc. */
const UNREAD = [
  /\.(d\.[cm]?ts|[cm]?ts|map)$/, // compilers and debuggers do
  /\.(md|markdown)$/, // people
  /\.(cc|cpp|hh|hpp|c|h|gypi?)$/, // whoever compiles
  /\/(\.|cnoke\.cjs$)/, // tools
  /\/koffi\/(doc|lib|vendor)\//, // whoever compiles, all of it
  /\/[^/]*musl/, // another C library
  /^(.*\/node_modules)?\/(@[^/]+\/)?[^/]+\/(tests?|benchmarks?)\//, // who wrote it
];
const LICENCE = /\/(licen[cs]e|copying|notice)[^/]*$/i;

/** @param path of a file, from node_modules on: `/@scope/name/file` */
export function isUnread(path) {
  return !LICENCE.test(path) && UNREAD.some((pattern) => pattern.test(path));
}
