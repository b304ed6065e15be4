/** A name that every system takes, and that sorts by time. @param time RFC 3339 */
export const fileNameOf = (cameraId: string, time: string, ending: string): string =>
  `${cameraId}-${time.replace(/[^0-9A-Za-z]+/g, '-')}.${ending}`;
