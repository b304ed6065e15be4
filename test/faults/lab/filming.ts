import { setTimeout as sleep } from 'node:timers/promises';

/** The camera of these tests, as in umec.yaml. */
export const CAMERAS = { 'lens-1': { driver: 'simulated', width: 320, height: 240, fps: 20 } };
export const RECORDINGS = '/camera/v1/cameras/lens-1/recordings';
/** As long as a clip may be: it goes on until the gateway ends. */
const CLIP = { kind: 'CLIP', seconds: 600 };
const STILL = { kind: 'STILL' };
const PAUSE_MS = 20;

/** Somebody who has stills made one after the other, and one clip after the other as the gateway ends, and remembers what was answered. */
export class Filming implements AsyncDisposable {
  /** The identifiers of what was answered with 201. */
  readonly stills: string[] = [];
  readonly clips: string[] = [];
  /** How many requests were refused because there was no room. */
  refused = 0;
  private isOver = false;
  private readonly done: Promise<unknown>;

  /** @param url of the gateway, without a slash at the end */
  constructor(private readonly url: string) {
    this.done = this.goOn();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.isOver = true;
    await this.done;
  }

  /** Begins a clip. @returns whether it was answered with 201 */
  film(): Promise<boolean> {
    return this.ask(CLIP, this.clips);
  }

  private async goOn(): Promise<void> {
    while (!this.isOver) if (!(await this.ask(STILL, this.stills))) await sleep(PAUSE_MS);
  }

  private async ask(body: object, answered: string[]): Promise<boolean> {
    try {
      const headers = { 'Content-Type': 'application/json' };
      const answer = await fetch(this.url + RECORDINGS, { method: 'POST', headers, body: JSON.stringify(body) });
      if (answer.status === 503) this.refused++;
      if (answer.status !== 201) return false;
      answered.push(((await answer.json()) as { recordingId: string }).recordingId);
      return true;
    } catch {
      return false; // nobody is there, or is not any more
    }
  }
}
