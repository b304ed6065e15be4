/** The formats of the configuration, which are ffmpeg's, in the kernel's letters. */
const FOURCC: Readonly<Record<string, string>> = {
  ...{ mjpeg: 'MJPG', yuyv422: 'YUYV', uyvy422: 'UYVY', nv12: 'NV12', rgb24: 'RGB3', gray: 'GREY' },
};

export function fourccOfInput(inputFormat: string): string | undefined {
  return FOURCC[inputFormat];
}

export function inputOfFourcc(pixelFormat: string): string | undefined {
  return Object.keys(FOURCC).find((name) => FOURCC[name] === pixelFormat);
}
