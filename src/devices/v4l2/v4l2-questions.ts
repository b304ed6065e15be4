import { Worker } from 'node:worker_threads';
import { AtMost } from '../../at-most.js';
import type { CameraControl, ControlsPort } from '../../camera/controls.js';
import type { CameraFormat } from '../../camera/formats.js';
import { type Clock, systemClock } from '../../clock.js';
import { GatewayError } from '../../errors.js';
import type { Answer, Answers, Question } from './question.js';

/** Callers that wait for those before them. */
const MOST_WAITING = 16;

export interface V4l2QuestionsOptions {
  readonly clock?: Clock;
  /** ms that a camera has to answer; 5000 unless given */
  readonly timeoutMs?: number;
  /** Another thread than that on the machine's own devices, for tests. */
  readonly entry?: URL;
}

/** What a camera behind a V4L2 node has of controls and formats, asked and set in a thread, one after the other. */
export class V4l2Questions implements ControlsPort {
  private readonly work: AtMost;
  private readonly clock: Clock;
  private readonly timeoutMs: number;
  private readonly entry: URL;
  /** One that has not answered in time: its driver hangs, and another would hang with it. */
  private stuck: Worker | undefined;

  constructor(
    private readonly device: string,
    { clock = systemClock, timeoutMs = 5_000, entry }: V4l2QuestionsOptions = {},
  ) {
    this.clock = clock;
    this.timeoutMs = timeoutMs;
    this.entry = entry ?? new URL('question-thread.js', import.meta.url);
    this.work = new AtMost(1, MOST_WAITING, () => this.unavailable('too many ask for its controls; try again later'));
  }

  list(): Promise<readonly CameraControl[]> {
    return this.work.run(() => this.ask({ about: 'controls' }));
  }

  set(values: ReadonlyMap<string, number>): Promise<readonly CameraControl[]> {
    return this.work.run(() => this.ask({ about: 'controls', values }));
  }

  /** @throws GatewayError `unavailable`, `timeout` */
  formats(): Promise<readonly CameraFormat[]> {
    return this.work.run(() => this.ask({ about: 'formats' }));
  }

  private async ask<About extends keyof Answers>(
    question: Omit<Question, 'device'> & { readonly about: About },
  ): Promise<Answers[About]> {
    if (this.stuck) throw this.unavailable('its driver does not answer; unplug the camera and plug it in again');
    const worker = new Worker(this.entry, { workerData: { device: this.device, ...question } satisfies Question });
    const answer = await this.answerOf(worker);
    if (answer && 'refused' in answer) throw new GatewayError(answer.code, answer.refused);
    const found = answer?.[question.about];
    if (!found)
      throw new GatewayError(
        'timeout',
        `${this.device}: it said nothing of its ${question.about} within ${this.timeoutMs / 1000} s`,
      );
    return found;
  }

  /** @returns undefined when there is none in time; an error in the thread is a mistake of ours, and ends the gateway */
  private async answerOf(worker: Worker): Promise<Answer | undefined> {
    const over = new AbortController();
    let answer: Answer | undefined;
    worker.once('message', (message: Answer) => {
      answer = message;
    });
    worker.once('exit', () => {
      if (this.stuck === worker) this.stuck = undefined;
      over.abort();
    });
    await this.clock.sleep(this.timeoutMs, over.signal);
    if (!over.signal.aborted) {
      this.stuck = worker;
      worker.unref();
    }
    return answer;
  }

  private unavailable(why: string): GatewayError {
    return new GatewayError('unavailable', `${this.device}: ${why}`);
  }
}
