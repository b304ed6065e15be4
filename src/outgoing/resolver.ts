import { lookup as dnsLookup } from 'node:dns/promises';
import type { Clock } from '../clock.js';
import { GatewayError, messageOf } from '../errors.js';
import { onAbort } from '../on-abort.js';
import { TimeLimit } from './time-limit.js';

/** The addresses of a host name, at least one; rejects when there is none. */
export type Lookup = (host: string) => Promise<readonly string[]>;

/** Of four threads that a Node process has for the disk and for names, these may wait for a name server. */
const AT_ONCE = 3;
/** The rest is for names that were answered the last time, so that those which nobody answers hold up no others. */
const AT_ONCE_OF_THE_UNKNOWN = 2;
const KEPT_MS = 10_000;
const KEPT_FAILURE_MS = 30_000;
const MAX_WAIT_MS = 5_000;
const MAX_NAMES = 1_000;
const MAX_ADDRESSES = 16;

interface Answer {
  /** Empty when the name cannot be resolved. */
  readonly addresses: readonly string[];
  readonly problem: string;
  /** ms of the monotonic clock */
  readonly until: number;
}

interface Question {
  readonly host: string;
  /** Whether the last answer for it had addresses. */
  readonly isKnown: boolean;
  readonly waiting: Set<(answer: Answer | undefined) => void>;
}

/**
 * Asks the system for the addresses of host names: /etc/hosts and search domains count, as they must in a cluster. The system's
 * call blocks a thread and cannot be cancelled, so few run at once, and who asks the same shares the answer.
 */
export class Resolver {
  /** In the order in which they were given. */
  private readonly answers = new Map<string, Answer>();
  private readonly questions = new Map<string, Question>();
  private readonly line = new Set<Question>();
  private readonly running = { known: 0, unknown: 0 };

  constructor(
    private readonly clock: Clock,
    private readonly lookup: Lookup = systemLookup,
  ) {}

  /**
   * @param host a name, no IP address
   * @param signal ends the waiting
   * @returns at most 16 addresses, at least one
   * @throws GatewayError `unavailable` when there are none, or when 5 s bring no answer
   */
  async addresses(host: string, signal?: AbortSignal): Promise<readonly string[]> {
    const answer = this.known(host) ?? (await this.wait(this.questions.get(host) ?? this.ask(host), signal));
    if (!answer) throw new GatewayError('unavailable', `no name server has answered for ${host} in time`);
    if (answer.addresses.length === 0) throw new GatewayError('unavailable', `${host} cannot be resolved: ${answer.problem}`);
    return answer.addresses;
  }

  private known(host: string): Answer | undefined {
    const answer = this.answers.get(host);
    return answer && this.clock.monotonic() < answer.until ? answer : undefined;
  }

  /** Gets in line. */
  private ask(host: string): Question {
    if (this.questions.size >= MAX_NAMES) throw new GatewayError('unavailable', 'too many host names wait to be resolved');
    const isKnown = (this.answers.get(host)?.addresses.length ?? 0) > 0;
    const question = { host, isKnown, waiting: new Set<never>() };
    this.questions.set(host, question);
    this.line.add(question);
    this.next();
    return question;
  }

  private async wait(question: Question, signal?: AbortSignal): Promise<Answer | undefined> {
    using limit = new TimeLimit(this.clock, MAX_WAIT_MS, signal);
    return await new Promise((resolve) => {
      question.waiting.add(resolve);
      onAbort(limit.signal, () => {
        question.waiting.delete(resolve);
        if (question.waiting.size === 0) this.forget(question);
        resolve(undefined);
      });
    });
  }

  /** Nobody waits for it any more: unless it has been asked already, it makes room for others. */
  private forget(question: Question): void {
    if (this.line.delete(question)) this.questions.delete(question.host);
  }

  private next(): void {
    const { known, unknown } = this.running;
    if (known + unknown >= AT_ONCE) return;
    const inLine = [...this.line];
    const question = unknown < AT_ONCE_OF_THE_UNKNOWN ? inLine[0] : inLine.find(({ isKnown }) => isKnown);
    if (!question) return;
    this.line.delete(question);
    void this.answer(question);
  }

  private async answer({ host, isKnown, waiting }: Question): Promise<void> {
    this.running[isKnown ? 'known' : 'unknown']++;
    const { addresses, problem } = await this.look(host);
    const kept = addresses.length > 0 ? KEPT_MS : KEPT_FAILURE_MS;
    const answer = { addresses, problem, until: this.clock.monotonic() + kept };
    this.running[isKnown ? 'known' : 'unknown']--;
    this.questions.delete(host);
    this.keep(host, answer);
    for (const resolve of waiting) resolve(answer);
    this.next();
  }

  private async look(host: string): Promise<Pick<Answer, 'addresses' | 'problem'>> {
    try {
      return { addresses: (await this.lookup(host)).slice(0, MAX_ADDRESSES), problem: 'it has no address' };
    } catch (error) {
      return { addresses: [], problem: messageOf(error) };
    }
  }

  private keep(host: string, answer: Answer): void {
    this.answers.delete(host);
    this.answers.set(host, answer);
    const [oldest] = this.answers.keys();
    if (this.answers.size > MAX_NAMES && oldest !== undefined) this.answers.delete(oldest);
  }
}

async function systemLookup(host: string): Promise<string[]> {
  return (await dnsLookup(host, { all: true })).map(({ address }) => address);
}
