/** Where the gateway is, behind a proxy perhaps below a path of somebody else. A page that is not at its root says the way there. */
const ROOT = new URL(document.documentElement.dataset.root ?? '.', document.baseURI);

/** The address of what the gateway has at a path. @param path from its root, with a slash at the beginning or without */
export const addressOf = (path: string): string => new URL(`.${path.replace(/^\/?/, '/')}`, ROOT).href;
