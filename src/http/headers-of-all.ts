/** What every answer says of itself, names and values by turns: that a browser is to take it for what it is said to be. */
export const HEADERS_OF_ALL = ['X-Content-Type-Options', 'nosniff'] as const;
