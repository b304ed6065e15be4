import { GatewayError } from '../../errors.js';
import { noRecording } from './catalogue.js';
import { contentOf, imageOf } from './content.js';
import type { RecordingDirectory } from './directory.js';
import type { Readers } from './readers.js';
import type { Content, Recording } from './recording.js';
import type { Take } from './take.js';
import { hidesAll } from './what-is-hidden.js';

export interface GivenParts {
  readonly directory: RecordingDirectory;
  readonly readers: Readers;
  /** What is being made of it. */
  readonly takeOf: (recording: Recording) => Take | undefined;
  /** What is hidden of a camera now, as `whatIsHidden` names it. */
  readonly hiddenNow: (cameraId: string) => readonly string[];
}

/** What is given of recordings. One that shows something that is hidden now is given to nobody. */
export class Given {
  constructor(private readonly parts: GivenParts) {}

  /** Whether it shows something that is hidden now. */
  isWithheld({ cameraId, hidden }: Recording): boolean {
    return !hidesAll(hidden, this.parts.hiddenNow(cameraId));
  }

  /** What there is of it by now. @throws GatewayError `forbidden` when it is withheld */
  content(recording: Recording): Content {
    this.require(recording);
    const { cameraId, recordingId } = recording;
    const { directory, readers, takeOf } = this.parts;
    // its name changes once, when it is finished
    const paths = [directory.partPath(recording), directory.contentPath(recording)];
    const reading = () => readers.begin(recordingId);
    return contentOf(recording, paths, takeOf(recording)?.wrapping(), reading, () => {
      this.require(recording);
      if (readers.isCutOff(recordingId)) throw noRecording(cameraId, recordingId);
    });
  }

  /**
   * One image of a recording that is finished.
   *
   * @param frame counted from 0
   * @throws GatewayError `notFound` when it has not as many, `conflict` while it is made, `forbidden` when it is withheld
   */
  async image(recording: Recording, frame: number): Promise<Uint8Array> {
    this.require(recording);
    const { directory, readers, takeOf } = this.parts;
    if (takeOf(recording)) throw new GatewayError('conflict', 'its single images are to be had when it is finished');
    using _reading = readers.begin(recording.recordingId);
    const image = await imageOf(recording, directory.contentPath(recording), frame);
    this.require(recording);
    return image;
  }

  private require(recording: Recording): void {
    if (this.isWithheld(recording))
      throw new GatewayError('forbidden', `recording ${recording.recordingId} shows something that is hidden now`);
  }
}
