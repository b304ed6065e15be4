import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { CloudEvent } from '../../src/apis/platform/cloud-events.js';
import type { Answering, Subscriber } from '../callbacks/subscriber.js';
import type { TestGateway } from '../gateway.js';

/** A subscription as the registry shows it. */
export interface Status {
  readonly pending: number;
  readonly delivered: number;
  readonly dropped: number;
}

/** What has come through a subscription's WebSocket. */
export interface Frames {
  /** Whole, in their order. */
  readonly frames: readonly string[];
  /** Their bodies. */
  readonly events: () => CloudEvent[];
  readonly closed: Promise<unknown>;
}

export const ok: Answering = (response) => response.writeHead(204).end();
export const byWebSocket = { websockNotifConfig: { requestWebsocketUri: true } };
export const callbackOf = ({ port }: Subscriber) => ({ callbackReference: `http://127.0.0.2:${port}/told` });
export const told = ({ received }: Subscriber): CloudEvent[] => received.map(({ body }) => JSON.parse(body) as CloudEvent);

/** A gateway, and what applications that subscribe at one of its APIs do there. */
export class SubscribingApplications implements AsyncDisposable {
  /** @param root where the API is: `/gpio/v1`. @param subscriptionType of all that is subscribed to here */
  constructor(
    readonly gateway: TestGateway,
    readonly root: string,
    readonly subscriptionType: string,
  ) {}

  /** A new one. */
  async application(headers: Record<string, string> = {}): Promise<string> {
    const made = await this.send('POST', '/registry/v1/applications', { appName: 'watcher' }, headers);
    return made.body.appInstanceId as string;
  }

  async send(method: string, path: string, body?: object, headers: Record<string, string> = {}) {
    const response = await (body === undefined
      ? this.gateway.get(path, { method, headers })
      : this.gateway.send(method, path, body, headers));
    const text = await response.text();
    const { status } = response;
    return { status, headers: response.headers, body: (text === '' ? {} : JSON.parse(text)) as Record<string, unknown> };
  }

  /** Where the subscriptions of an application are. */
  at(app: string): string {
    return `${this.root}/applications/${app}/subscriptions`;
  }

  ask(app: string, changes: object, headers: Record<string, string> = {}) {
    return this.send('POST', this.at(app), { subscriptionType: this.subscriptionType, ...changes }, headers);
  }

  /** @returns where the subscription is */
  async subscribe(app: string, changes: object, headers: Record<string, string> = {}): Promise<string> {
    const made = await this.ask(app, changes, headers);
    if (made.status !== 201) throw new Error(JSON.stringify(made.body));
    return made.headers.get('location') ?? '';
  }

  async status(path: string): Promise<Status> {
    const all = await this.gateway.json<(Status & { _links: { self: { href: string } } })[]>('/registry/v1/subscriptions');
    const found = all.find(({ _links }) => _links.self.href === path);
    if (!found) throw new Error(`no subscription at ${path}`);
    return found;
  }

  /** Opens a subscription's WebSocket, and answers whatever comes. */
  async connect(path: string): Promise<Frames> {
    const { websocketUri } = (await this.send('GET', path)).body.websockNotifConfig as { websocketUri: string };
    const socket = new WebSocket(websocketUri);
    const frames: string[] = [];
    socket.on('message', (data: Buffer) => {
      frames.push(data.toString());
      socket.send('HTTP/1.1 204 No Content\r\n\r\n');
    });
    await once(socket, 'open');
    const events = () => frames.map((frame) => JSON.parse(frame.split('\r\n\r\n')[1] ?? '') as CloudEvent);
    return { frames, events, closed: once(socket, 'close') };
  }

  /**
   * Listens while something happens.
   *
   * @param topic of the events
   * @param happen makes it happen. @returns whether what was heard is all of it, or enough
   */
  async hear(topic: string, happen: () => Promise<(heard: readonly CloudEvent[]) => boolean>): Promise<CloudEvent[]> {
    const stop = new AbortController();
    const events = await this.gateway.events(topic, stop.signal);
    const isEnough = await happen();
    const heard: CloudEvent[] = [];
    for await (const event of events) if (heard.push(event) && isEnough(heard)) break;
    stop.abort();
    return heard;
  }

  /** What a part of the gateway has counted by now. */
  async counted(subsystem: string, counter: string): Promise<number> {
    const all = await this.gateway.json<{ name: string; counters: Record<string, number> }[]>('/registry/v1/subsystems');
    return all.find(({ name }) => name === subsystem)?.counters[counter] ?? NaN;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.gateway.stop();
  }
}
