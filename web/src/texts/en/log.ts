/** What the gateway has said lately. */
export const log = {
  title: 'Log',
  about: 'The newest thousand lines, the newest first; they are in memory, and a restart begins anew.',
  controls: 'What of it',
  level: 'From this level on',
  text: 'With this text',
  pause: 'Pause',
  goOn: 'Go on',
  following: 'following',
  paused: 'paused',
  dropped: (count: number) => `${count.toLocaleString('en')} lines have made room before they were seen here.`,
  lines: 'Lines',
  none: 'Nothing was said.',
  noneSuch: 'No line has this text.',
} as const;
