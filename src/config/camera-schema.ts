import { z } from 'zod';

export const cameraId = z.string().regex(/^[a-z0-9][a-z0-9-]{0,31}$/, 'expected up to 32 lower-case letters, digits and "-"');

/** What every camera may have. */
const anyCamera = {
  /** Goes on slowly while nobody looks, so that whoever comes need not wait. */
  keepWarm: z.boolean().default(false),
  /** Degrees clockwise by which its pictures, as it is mounted, have to be turned to be upright. */
  rotate: z.literal([0, 90, 180, 270]).default(0),
};
export const simulatedCamera = z.strictObject({
  driver: z.literal('simulated'),
  ...anyCamera,
  width: z.int().min(320).max(1280).default(640),
  height: z.int().min(240).max(720).default(480),
  fps: z.number().min(1).max(30).default(5),
});
const ffmpegCamera = z.strictObject({
  driver: z.literal('ffmpeg'),
  ...anyCamera,
  /** Whatever ffmpeg can open: a file, an RTSP or HTTP address. */
  source: z.string().min(1).max(2048),
  /** What ffmpeg should take it for (`-f`), when it cannot tell. */
  format: z
    .string()
    .regex(/^[a-z0-9_,]{1,32}$/, 'expected a name such as mpjpeg or rtsp')
    .optional(),
  fps: z.number().min(0.1).max(240).optional(),
  /** Begin again when a file has ended. */
  loop: z.boolean().default(false),
});
const v4l2Camera = z.strictObject({
  driver: z.literal('v4l2'),
  ...anyCamera,
  device: z.string().regex(/^\/dev\/.+/, 'expected a device such as /dev/video0'),
  /** `kernel` calls it directly, `ffmpeg` starts that, `auto` takes the first where it can be had. */
  reader: z.enum(['auto', 'kernel', 'ffmpeg']).default('auto'),
  inputFormat: z.enum(['mjpeg', 'yuyv422', 'uyvy422', 'nv12', 'rgb24', 'gray']).optional(),
  width: z.int().min(16).max(8192).optional(),
  height: z.int().min(16).max(8192).optional(),
  fps: z.number().min(0.1).max(240).optional(),
});
/** A camera on the CSI connector, by the program of Raspberry Pi OS that speaks libcamera. */
const rpicamCamera = z.strictObject({
  driver: z.literal('rpicam'),
  ...anyCamera,
  /** Which of several; `rpicam-vid --list-cameras` lists them. */
  camera: z.int().min(0).max(7).default(0),
  width: z.int().min(64).max(4608).default(1280),
  height: z.int().min(64).max(3456).default(720),
  fps: z.number().min(0.1).max(240).default(15),
  quality: z.int().min(1).max(100).default(80),
});

export const camera = z.discriminatedUnion('driver', [simulatedCamera, ffmpegCamera, v4l2Camera, rpicamCamera]);
