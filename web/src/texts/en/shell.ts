/** What stands around every page. */
export const shell = {
  title: 'µMEC gateway',
  pages: 'Pages',
  docs: 'APIs',
  toContent: 'To the content',
  signOut: 'Sign out',
  notSignedOut: 'The gateway does not answer: you are still signed in. Try again.',
  signedOut: 'Signed out',
  howToSignIn: [
    'On the machine of the gateway, as its user, run ',
    ' (npx umec link in the folder where it was started by npm start) and open what it prints, here or in another window. ' +
      'It is good once, for ten minutes.',
  ],
  connection: {
    CONNECTING: 'connecting …',
    LIVE: 'live',
    LOST: 'the gateway does not answer; trying again …',
    ENDED: 'signed out',
  },
  notFound: 'There is no such page',
  loading: 'loading …',
  notLoaded:
    'This page could not be loaded: perhaps the gateway is another version now. What you typed elsewhere is gone when you load again.',
  loadAgain: 'Load again',
  cancel: 'Cancel',
  askAgain: 'Try again',
  more: 'Show more',
  moreOf: (left: number) => `Show more (${left} left)`,
  save: 'Save',
  saved: 'saved',
  outdated: 'Somebody else has changed it since you began. What you typed is still here.',
  lookAgain: 'Drop what I typed, and look again',
  saveMine: 'Save mine all the same',
  notReached: 'The gateway cannot be reached.',
  mayNot: 'Your role does not allow you to see this.',
  mayNotDo: (detail: string) => `Your role does not allow this: ${detail}.`,
} as const;
