const FF = 0xff;
const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const START = Uint8Array.of(FF, SOI, FF);

const NO_WORDS = new Int32Array();

/** Where in a JPEG image the next byte belongs. */
type Place = 'outside' | 'afterFF' | 'afterSOI' | 'marker' | 'code' | 'lengthHigh' | 'lengthLow' | 'segment' | 'scan';

/**
 * Cuts a stream of bytes into whole JPEG images by walking their markers, as a decoder would.
 *
 * Searching for FFD8 and FFD9 would cut at the thumbnails in APP segments. What follows an EOI, such as the padding of a
 * driver's fixed-size buffer, is skipped up to the next SOI. An image that meets a new SOI, a byte where no marker can be, or
 * the size bound before its EOI is dropped and counted; when it was cut inside a segment, up to 64 KiB behind it go with it.
 * Every byte is looked at once and copied once, however the stream is chopped.
 *
 * @see ITU-T T.81, annex B
 */
export class JpegSplitter {
  /** Images that were begun and did not become whole. */
  damaged = 0;

  private place: Place = 'outside';
  private pieces: Uint8Array[] = [];
  private size = 0;
  /** Where in the present chunk the part begins that is not in `pieces` yet. */
  private from = 0;
  private length = 0;
  /** The present chunk in words, which begin at the first byte of it where one can. */
  private words: Int32Array = NO_WORDS;
  private wordsFrom = 0;
  /** Whether the segment being read is, or was last, the header of entropy-coded data. */
  private scanning = false;
  private scanned = false;

  /**
   * @param maxBytes an image that is larger is dropped as damaged
   * @param join makes an image of its parts; in memory of its own unless given
   */
  constructor(
    private readonly maxBytes = 16 * 1024 * 1024,
    private readonly join: (pieces: readonly Uint8Array[], size: number) => Uint8Array = (pieces, size) =>
      Buffer.concat(pieces, size),
  ) {}

  /** @returns the images that this chunk completed */
  push(chunk: Uint8Array): Uint8Array[] {
    const whole: Uint8Array[] = [];
    this.wordsFrom = -chunk.byteOffset & 3;
    this.words = wordsOf(chunk, this.wordsFrom);
    this.from = 0;
    for (let at = 0; at < chunk.length;) {
      at = this.step(chunk, at);
      if (this.place !== 'outside' || this.pieces.length === 0) continue;
      const image = this.finish(chunk, at);
      if (image) whole.push(image);
    }
    if (this.pieces.length > 0) this.keep(chunk, chunk.length);
    if (this.size > this.maxBytes) this.drop();
    return whole;
  }

  /** The stream is over: what is unfinished stays so. */
  end(): void {
    if (this.pieces.length > 0) this.drop();
  }

  /** Takes one byte, or as many as belong together. @returns the index behind them */
  private step(chunk: Uint8Array, at: number): number {
    const byte = chunk[at] ?? 0;
    switch (this.place) {
      case 'outside':
        return this.seek(chunk, at, 'afterFF');
      case 'scan':
        return this.seek(chunk, at, 'code');
      case 'segment':
        return this.skip(chunk, at);
      case 'afterFF':
        if (byte !== FF) this.place = byte === SOI ? 'afterSOI' : 'outside';
        break;
      case 'afterSOI':
        this.begin(byte, at + 1);
        break;
      case 'marker':
        if (byte === FF) this.place = 'code';
        else this.drop();
        break;
      case 'code':
        this.marker(byte);
        break;
      case 'lengthHigh':
        this.length = byte << 8;
        this.place = 'lengthLow';
        break;
      case 'lengthLow':
        this.segment((this.length | byte) - 2);
        break;
    }
    return at + 1;
  }

  /** Nearly all of an image is looked at here: four bytes at a time, until one of them is what is sought. */
  private seek(chunk: Uint8Array, at: number, found: Place): number {
    const { words } = this;
    while (at < chunk.length && chunk[at] !== FF) {
      at++;
      if (((chunk.byteOffset + at) & 3) !== 0) continue;
      let word = (at - this.wordsFrom) >> 2;
      while (word < words.length && !holdsFF(words[word] ?? 0)) word++;
      at = this.wordsFrom + 4 * word;
    }
    if (at < chunk.length) this.place = found;
    return at + 1;
  }

  private skip(chunk: Uint8Array, at: number): number {
    const taken = Math.min(this.length, chunk.length - at);
    this.length -= taken;
    if (this.length === 0) this.place = this.scanning ? 'scan' : 'marker';
    return at + taken;
  }

  /** An SOI is one only when a marker follows: in noise the two bytes alone are too frequent. */
  private begin(byte: number, next: number): void {
    this.place = byte === FF ? 'code' : 'outside';
    if (byte !== FF) return;
    this.pieces = [START];
    this.size = START.length;
    this.from = next;
    this.scanning = this.scanned = false;
  }

  private marker(code: number): void {
    const standsAlone = code === 0x00 || code === 0x01 || (code >= 0xd0 && code <= 0xd7);
    if (code === FF) return; // fill bytes may precede any marker
    if (this.scanning && standsAlone)
      this.place = 'scan'; // a stuffed zero, or a restart marker
    else if (code === EOI && this.scanned) this.place = 'outside';
    else if (standsAlone || code === EOI) this.drop();
    else if (code === SOI) this.drop('afterSOI');
    else this.open(code === SOS);
  }

  private open(isScan: boolean): void {
    this.scanning = isScan;
    this.scanned ||= isScan;
    this.place = 'lengthHigh';
  }

  private segment(length: number): void {
    this.length = length;
    if (length < 0) this.drop();
    else if (length > 0) this.place = 'segment';
    else this.place = this.scanning ? 'scan' : 'marker';
  }

  private drop(then: Place = 'outside'): void {
    this.damaged++;
    this.pieces = [];
    this.size = 0;
    this.place = then;
  }

  private keep(chunk: Uint8Array, to: number): void {
    this.pieces.push(chunk.subarray(this.from, to));
    this.size += to - this.from;
  }

  private finish(chunk: Uint8Array, to: number): Uint8Array | undefined {
    this.keep(chunk, to);
    if (this.size > this.maxBytes) {
      this.drop();
      return undefined;
    }
    const image = this.join(this.pieces, this.size);
    this.pieces = [];
    this.size = 0;
    return image;
  }
}

/** @returns the first whole image of bytes that have all come, where it lies; undefined when there is none */
export function jpegIn(bytes: Uint8Array): Uint8Array | undefined {
  return new JpegSplitter(undefined, whereItLies).push(bytes)[0];
}

/** Of one chunk all pieces lie behind each other, and the last of them ends where the image does. */
function whereItLies(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const { buffer, byteOffset, length } = pieces.at(-1) ?? START;
  return new Uint8Array(buffer, byteOffset + length - size, size);
}

function wordsOf({ buffer, byteOffset, length }: Uint8Array, from: number): Int32Array {
  return length < from + 4 ? NO_WORDS : new Int32Array(buffer, byteOffset + from, (length - from) >> 2);
}

/** Whether any of four bytes is FF, as one of the complement is 0 then: the one alone that has no highest bit and borrows one for less 1. */
function holdsFF(word: number): boolean {
  return ((~word - 0x01010101) & word & 0x80808080) !== 0;
}
