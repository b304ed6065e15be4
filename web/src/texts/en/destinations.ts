/** Where readings go, and what was not taken there. */
export const destinations = {
  title: 'Destinations',
  databases: 'Databases',
  noDatabase: 'No database is configured: readings stay in the history of this gateway.',
  columns: ['Destination', 'State', 'Waiting', 'Behind', 'Stored', 'Failures', 'Not taken'],
  rows: (count: number) => `${count.toLocaleString('en')} row${count === 1 ? '' : 's'}`,
  behind: (seconds: number) => (seconds === 0 ? 'up to date' : duration(seconds)),
  others: 'Other places',
  noOther: 'Neither a broker (mqtt.url) nor the registry of a street (street.registry) is configured.',
  otherColumns: ['Place', 'State', 'Why', 'Counted'],
  otherNames: { mqtt: 'MQTT broker', street: 'Registry of the street' },
  all: 'All destinations',
  facts: {
    url: 'Where',
    speaks: 'Speaks',
    state: 'State',
    reason: 'Why',
    waiting: 'Waiting',
    behind: 'Oldest of them',
    lastFailure: 'Last failure',
    droppedUnsent: 'Made room unsent',
    droppedRejections: 'Not taken, made room',
  },
  counters: { stored: 'Stored', rejected: 'Not taken', filtered: 'Passed over', requests: 'Requests', failures: 'Failures' },
  notTaken: 'What it would not take',
  nothingRefused: 'Nothing: whatever it was sent it has taken.',
  rejectionColumns: ['Row', 'Refused', 'Why', 'What to do'],
  again: 'will be sent again',
  sendAgain: 'Send again',
  sendAllAgain: 'Send all again',
  forget: 'Forget',
  forgetAll: 'Forget all',
  sendAgainOf: (row: string) => `Send again: row ${row}`,
  forgetOf: (row: string) => `Forget row ${row}`,
  forgetQuestion: (row: string) => `Forget row ${row}? The destination will never have it.`,
  forgetAllQuestion: (count: number, of: string) =>
    `Forget all ${count} rows that ${of} would not take? It will never have them.`,
} as const;

/** @param seconds more than 0 */
function duration(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} s`;
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min`;
  return seconds < 86_400 ? `${Math.floor(seconds / 3600)} h` : `${Math.floor(seconds / 86_400)} d`;
}
