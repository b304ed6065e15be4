/** The first page: what lives. */
export const street = {
  title: 'Street',
  cameras: 'Cameras',
  services: 'Services',
  serviceColumns: ['Service', 'State', 'Where to call it', 'Specification'],
  tags: 'Tags',
  noTags: 'No tag was heard yet.',
} as const;
