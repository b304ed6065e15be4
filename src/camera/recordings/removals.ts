import type { Recording } from './recording.js';

/** Takes recordings away: each once, however many want that at the same time. */
export class Removals {
  private readonly going = new Map<string, Promise<void>>();

  constructor(private readonly remove: (recording: Recording) => Promise<void>) {}

  /** @throws what taking it away does */
  run(recording: Recording): Promise<void> {
    const { recordingId } = recording;
    let going = this.find(recordingId);
    if (!going) {
      going = this.remove(recording).finally(() => this.going.delete(recordingId));
      this.going.set(recordingId, going);
    }
    return going;
  }

  /** What ends when one is gone that goes just now. */
  find(recordingId: string): Promise<void> | undefined {
    return this.going.get(recordingId);
  }
}
