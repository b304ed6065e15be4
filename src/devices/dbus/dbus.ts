import type { EventEmitter } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { Clock } from '../../clock.js';
import { GatewayError, messageOf } from '../../errors.js';
import { socketPath } from './dbus-address.js';

export interface DBusCall {
  readonly destination: string;
  readonly path: string;
  readonly interface: string;
  readonly member: string;
  /** D-Bus types of `body`; a variant is `[signature, value]`, a dictionary an array of `[key, value]`. */
  readonly signature?: string;
  readonly body?: readonly unknown[];
}

export interface DBusSignal {
  /** The unique name of the connection that sent it, which the bus vouches for. */
  readonly sender: string;
  readonly path: string;
  readonly interface: string;
  readonly member: string;
  /** A variant is `[type, [value]]`, a dictionary an array of `[key, value]`, an array of bytes a Buffer. */
  readonly body: readonly unknown[];
}

/** What somebody on the bus calls, and who: of the same shape as a signal. */
export type DBusCalled = DBusSignal;

/** What a method returns; see DBusCall for how values are written. */
export type DBusAnswer = Pick<DBusCall, 'signature' | 'body'>;

/** What the other side answered a call with when it was an error. */
export class DBusError extends GatewayError {
  constructor(
    /** `org.bluez.Error.NotReady` for one. */
    readonly errorName: string,
    message: string,
  ) {
    // some say nothing, and libdbus ends some of its sentences with a line break: this becomes part of others
    super('unavailable', [errorName, message.trim()].filter(Boolean).join(': '));
  }
}

type Reply = (error: GatewayError | undefined, body: readonly unknown[]) => void;

interface Message extends Partial<DBusCall & DBusSignal> {
  readonly type: number;
  readonly serial: number;
  readonly replySerial?: number;
  readonly errorName?: string;
  readonly flags?: number;
}

/** The part of @homebridge/dbus-native that is used here: it logs in and turns bytes into messages and back. */
interface Library {
  createConnection(options: { stream: Socket; authMethods: string[] }): EventEmitter & { message(message: Message): void };
}

const METHOD_CALL = 1;
const METHOD_RETURN = 2;
const ERROR = 3;
const SIGNAL = 4;
const NO_REPLY_EXPECTED = 1;

const BUS = { destination: 'org.freedesktop.DBus', path: '/org/freedesktop/DBus', interface: 'org.freedesktop.DBus' };

/**
 * A connection to a D-Bus daemon that makes calls and hears signals, and neither proxies nor introspection: those hear only
 * the signals that an object declares, and add match rules until the bus refuses more.
 */
export class DBusConnection implements AsyncDisposable {
  private readonly replies = new Map<number, Reply>();
  private readonly ended = new AbortController();
  private readonly connection;
  private serial = 0;
  private listener: (signal: DBusSignal) => void = () => undefined;
  private answer: (call: DBusCalled) => DBusAnswer | undefined = () => undefined;

  /**
   * Begins to connect; `hello` says whether it worked. The library is loaded here and nowhere else.
   *
   * @param clock times out the calls
   * @throws GatewayError `invalid` when the address is none
   */
  static async to(address: string, clock: Clock): Promise<DBusConnection> {
    const { default: library } = (await import('@homebridge/dbus-native')) as unknown as { default: Library };
    return new DBusConnection(library, connect(socketPath(address)), address, clock);
  }

  private constructor(
    library: Library,
    private readonly socket: Socket,
    private readonly address: string,
    private readonly clock: Clock,
  ) {
    failWith(socket);
    this.connection = library.createConnection({ stream: socket, authMethods: ['EXTERNAL'] });
    this.connection.on('message', (message: Message) => this.receive(message));
    this.connection.on('error', (thrown: unknown) => this.end(messageOf(thrown)));
    socket.on('end', () => this.end('the bus closed the connection'));
    socket.on('close', () => this.end('the connection is closed'));
  }

  /** Aborted as soon as the connection is of no use any more; its reason is the GatewayError that says why. */
  get closed(): AbortSignal {
    return this.ended.signal;
  }

  /** Logs in; nothing else can be called before. */
  async hello(): Promise<void> {
    await this.call({ ...BUS, member: 'Hello' });
  }

  /** Asks the bus for the signals that `rule` selects. */
  async addMatch(rule: string): Promise<void> {
    await this.call({ ...BUS, member: 'AddMatch', signature: 's', body: [rule] });
  }

  /** The unique name of whoever owns `name` now, or undefined when nobody does. */
  async ownerOf(name: string): Promise<string | undefined> {
    const owned = await this.call({ ...BUS, member: 'NameHasOwner', signature: 's', body: [name] });
    if (owned[0] !== true) return undefined;
    return String((await this.call({ ...BUS, member: 'GetNameOwner', signature: 's', body: [name] }))[0]);
  }

  /** Hands every signal that comes from now on to `listener`, the only one there is. */
  onSignal(listener: (signal: DBusSignal) => void): void {
    this.listener = listener;
  }

  /** Lets `answer` answer every call from now on; undefined says that there is no such method. */
  onCall(answer: (call: DBusCalled) => DBusAnswer | undefined): void {
    this.answer = answer;
  }

  /**
   * @returns the values that the method returned
   * @throws DBusError when the other side refused, GatewayError `timeout` when it did not answer in time, `unavailable` when
   *   the connection is or gets closed
   */
  async call(call: DBusCall, timeoutMs = 10_000): Promise<readonly unknown[]> {
    this.closed.throwIfAborted();
    const serial = ++this.serial;
    const answered = new AbortController();
    try {
      return await Promise.race([this.send(call, serial), this.late(call, timeoutMs, answered.signal)]);
    } finally {
      this.replies.delete(serial);
      answered.abort();
    }
  }

  private send(call: DBusCall, serial: number): Promise<readonly unknown[]> {
    return new Promise((resolve, reject) => {
      this.replies.set(serial, (error, body) => (error ? reject(error) : resolve(body)));
      this.connection.message({ ...call, type: METHOD_CALL, serial });
    });
  }

  private async late(call: DBusCall, timeoutMs: number, answered: AbortSignal): Promise<never> {
    await this.clock.sleep(timeoutMs, answered);
    throw new GatewayError('timeout', `${call.destination} did not answer ${call.member} within ${timeoutMs / 1000} s`);
  }

  private receive(message: Message): void {
    const { type, body = [], sender = '', path = '', member = '' } = message;
    const said = { sender, path, interface: message.interface ?? '', member, body };
    if (type === SIGNAL) this.listener(said);
    if (type === METHOD_CALL) this.reply(said, message);
    const reply = message.replySerial === undefined ? undefined : this.replies.get(message.replySerial);
    if (type === METHOD_RETURN) reply?.(undefined, body);
    if (type === ERROR) reply?.(new DBusError(message.errorName ?? 'error', typeof body[0] === 'string' ? body[0] : ''), []);
  }

  private reply(called: DBusCalled, { serial: replySerial, flags = 0 }: Message): void {
    const answer = this.answer(called);
    if (flags & NO_REPLY_EXPECTED) return;
    const to = { serial: ++this.serial, replySerial, destination: called.sender };
    const unknown = { errorName: 'org.freedesktop.DBus.Error.UnknownMethod', signature: 's', body: [called.member] };
    this.connection.message(answer ? { ...answer, ...to, type: METHOD_RETURN } : { ...unknown, ...to, type: ERROR });
  }

  private end(why: string): void {
    if (this.closed.aborted) return;
    const error = new GatewayError('unavailable', `no D-Bus at ${this.address}: ${why}`);
    this.ended.abort(error);
    for (const reply of this.replies.values()) reply(error, []);
    this.socket.destroy();
  }

  /** Hangs up. */
  [Symbol.asyncDispose](): Promise<void> {
    this.end('the gateway hung up');
    return Promise.resolve();
  }
}

/** The library parses while the socket emits, and throws at what it does not know: that may end this connection, not us. */
function failWith(socket: Socket): void {
  const emit = socket.emit.bind(socket) as (...event: unknown[]) => boolean;
  socket.emit = (...event: unknown[]): boolean => {
    try {
      return emit(...event);
    } catch (thrown) {
      socket.destroy(thrown instanceof Error ? thrown : new Error(messageOf(thrown)));
      return true;
    }
  };
}
