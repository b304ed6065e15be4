/** A screen in the hall. */
export const wall = {
  title: 'Wall board',
  pictures: 'Cameras',
  tags: 'Tags',
  page: (page: number, count: number) => `${page} of ${count}`,
  notShown: (left: number) => (left === 1 ? '1 more is not shown,' : `${left} more are not shown,`),
  controls: 'Wall board',
  back: 'Back to the panel',
  fullScreen: 'Full screen',
  leaveFullScreen: 'Leave full screen',
  hold: 'Hold this page',
} as const;
