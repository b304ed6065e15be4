import { GatewayError } from '../../errors.js';
import type { Recording } from './recording.js';

/** Which recordings there are, in the order in which they were begun, and how much they take. */
export class Catalogue {
  private readonly known = new Map<string, Recording>();
  private used = 0;
  private next = 0;

  get size(): number {
    return this.known.size;
  }

  /** Of all of them together. */
  get bytes(): number {
    return this.used;
  }

  all(): Iterable<Recording> {
    return this.known.values();
  }

  /** Those of a camera, newest first. */
  list(cameraId: string): Recording[] {
    return [...this.known.values()].filter((recording) => recording.cameraId === cameraId).reverse();
  }

  find(recordingId: string): Recording | undefined {
    return this.known.get(recordingId);
  }

  /** @throws GatewayError `notFound` */
  get(cameraId: string, recordingId: string): Recording {
    const recording = this.known.get(recordingId);
    if (recording?.cameraId !== cameraId) throw noRecording(cameraId, recordingId);
    return recording;
  }

  /** Another one, or another value of one that there is. */
  set(recording: Recording): void {
    this.used += recording.bytes - (this.known.get(recording.recordingId)?.bytes ?? 0);
    this.known.set(recording.recordingId, recording);
  }

  forget({ recordingId }: Recording): void {
    this.used -= this.known.get(recordingId)?.bytes ?? 0;
    this.known.delete(recordingId);
  }

  /** @param suffix 8 hexadecimal digits */
  newId(suffix: string): string {
    return `${(this.next++).toString(36).padStart(8, '0')}-${suffix}`;
  }

  /** Identifiers grow from this one on. */
  goOnAfter(recordingId: string): void {
    this.next = parseInt(recordingId.slice(0, 8), 36) + 1;
  }
}

export function noRecording(cameraId: string, recordingId: string): GatewayError {
  return new GatewayError('notFound', `camera ${cameraId} has no recording ${recordingId}`);
}
