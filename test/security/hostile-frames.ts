import sharp, { type Sharp } from 'sharp';

const SOF = /\xff[\xc0\xc2]/;
const EOI = Buffer.from([0xff, 0xd9]);

/** What a camera may send instead of a picture, and which answers to a snapshot of it in another size are right. */
export interface HostileFrame {
  readonly what: string;
  readonly bytes: Buffer;
  readonly statuses: readonly number[];
  /** What is said of it when it is refused. */
  readonly detail?: RegExp;
}

const TOO_LARGE = { statuses: [503], detail: /more than 32 megapixels/ };
const IN_SCANS = { statuses: [503], detail: /in several scans and has more than 8 megapixels/ };
const DAMAGED = { statuses: [503], detail: /damaged|without a size/ };
/** What is wrong is beside the picture: it may be seen or not. */
const EITHER = { statuses: [200, 503] };

/** Frames that are JPEG images, as far as their markers go: these leave a camera as they are. */
export async function hostileFrames(): Promise<HostileFrame[]> {
  const plain = await drawn(320, 240).jpeg().toBuffer();
  const noise = await drawn(320, 240, true).jpeg().toBuffer();
  const inScans = await drawn(64, 64).jpeg({ progressive: true }).toBuffer();
  const large = await drawn(5_600, 5_600).jpeg({ progressive: true, chromaSubsampling: '4:4:4' }).toBuffer();
  const inks = await drawn(5_600, 5_600).toColourspace('cmyk').jpeg({ progressive: true }).toBuffer();
  const last = inScans.subarray(inScans.lastIndexOf(Buffer.from([0xff, 0xda])), -2);
  const most = await drawn(2_800, 2_800).jpeg({ progressive: true, chromaSubsampling: '4:4:4' }).toBuffer();
  return [
    { what: '16,383 x 16,383', bytes: claiming(plain, 16_383, 16_383), ...TOO_LARGE },
    { what: '65,535 x 65,535', bytes: claiming(plain, 65_535, 65_535), ...TOO_LARGE },
    { what: '65,535 x 480 of next to nothing', bytes: claiming(plain, 65_535, 480), ...DAMAGED },
    { what: 'two sizes, a small one first', bytes: twoSizes(plain), ...DAMAGED },
    { what: '31 megapixels in 10 scans', bytes: large, ...IN_SCANS },
    { what: '31 megapixels of four inks', bytes: inks, ...IN_SCANS },
    { what: '8 megapixels in 10 scans', bytes: most, statuses: [200] },
    {
      what: '3,000 scans',
      bytes: Buffer.concat([inScans.subarray(0, -2), ...Array<Buffer>(3_000).fill(last), EOI]),
      statuses: [503],
      detail: /more than 64 scans/,
    },
    { what: 'an EXIF that lies', bytes: withSegment(plain, 0xe1, exif()), ...EITHER },
    {
      what: 'an EXIF that does not end',
      bytes: withSegment(plain, 0xe1, Buffer.from('Exif\0\0MM\0*\xff\xff\xff\xff', 'latin1')),
      ...EITHER,
    },
    { what: 'a colour profile that lies', bytes: withSegment(plain, 0xe2, profile()), ...EITHER },
    { what: 'half of a picture', bytes: Buffer.concat([noise.subarray(0, noise.length / 2), EOI]), ...EITHER },
    { what: 'a page in a comment, and an archive behind it', bytes: polyglot(plain), statuses: [200] },
  ];
}

/** What is no JPEG image, although other programs would see a picture in it. */
export async function otherImages(): Promise<Record<string, Buffer>> {
  const picture = drawn(64, 64);
  return {
    png: await picture.png().toBuffer(),
    gif: await picture.gif().toBuffer(),
    tiff: await picture.tiff({ compression: 'lzw' }).toBuffer(),
    webp: await picture.webp().toBuffer(),
    svg: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"><image href="file:///etc/passwd"/></svg>'),
    // the size of a JPEG image where one would look for it
    ppm: Buffer.concat([Buffer.from('P6'), Buffer.from([0xff, 0xc0, 0, 11, 8, 0, 1, 0, 1, 1, 1, 0x11, 0]), Buffer.alloc(64)]),
  };
}

function drawn(width: number, height: number, noisy = false): Sharp {
  const noise = noisy ? ({ type: 'gaussian', mean: 128, sigma: 60 } as const) : undefined;
  return sharp({ create: { width, height, channels: 3, background: 'orange', ...(noise ? { noise } : {}) } });
}

function frameHeader(jpeg: Buffer): number {
  return jpeg.toString('latin1').search(SOF);
}

function claiming(jpeg: Buffer, width: number, height: number): Buffer {
  const lying = Buffer.from(jpeg);
  lying.writeUInt16BE(height, frameHeader(jpeg) + 5);
  lying.writeUInt16BE(width, frameHeader(jpeg) + 7);
  return lying;
}

function twoSizes(jpeg: Buffer): Buffer {
  const at = frameHeader(jpeg);
  const header = jpeg.subarray(at, at + 2 + jpeg.readUInt16BE(at + 2));
  return Buffer.concat([jpeg.subarray(0, at), header, claiming(jpeg, 65_535, 65_535).subarray(at)]);
}

function withSegment(jpeg: Buffer, code: number, said: Buffer): Buffer {
  const head = Buffer.from([0xff, code, 0, 0]);
  head.writeUInt16BE(said.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, said, jpeg.subarray(2)]);
}

function polyglot(jpeg: Buffer): Buffer {
  const page = Buffer.from('--><script>alert(1)</script><!--');
  return Buffer.concat([withSegment(jpeg, 0xfe, page), Buffer.from('PK\x05\x06'.padEnd(22, '\0'))]);
}

/** One entry, a text of 4 GiB that is not there. */
function exif(): Buffer {
  const entry = Buffer.from([0x01, 0x0f, 0, 2, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xf0]);
  return Buffer.concat([Buffer.from('Exif\0\0MM\0*\0\0\0\x08\0\x01', 'latin1'), entry, Buffer.alloc(4)]);
}

/** It says that it is 4 GiB long and has as many tags. */
function profile(): Buffer {
  const said = Buffer.alloc(160, 0xff);
  said.write('mntrRGB XYZ ', 12, 'latin1');
  said.write('acsp', 36, 'latin1');
  return Buffer.concat([Buffer.from('ICC_PROFILE\0\x01\x01', 'latin1'), said]);
}
