/** A screen in the hall. */
export const wall = {
  title: 'Wall board',
  pictures: 'Cameras',
  tags: 'Tags',
  page: (page: number, count: number) => `${page} of ${count}`,
  controls: 'Wall board',
  back: 'Back to the panel',
  fullScreen: 'Full screen',
  leaveFullScreen: 'Leave full screen',
  hold: 'Hold this page',
} as const;
