import { randomUUID } from 'node:crypto';
import { GatewayError } from '../errors.js';
import type { Json } from '../json.js';
import type { Owner } from '../registry/owner.js';
import { Serial } from '../registry/serial.js';
import type { Change, State } from '../registry/state.js';
import { type Client, CLIENT_ID, type ClientDetails, requireDetails } from './client.js';
import type { ForwardTime } from './forward-time.js';
import type { SecretHash, Secrets } from './secrets.js';

const COLLECTION = 'clients';
/** How long a secret that was replaced may go on, ms. */
const LONGEST_OVERLAP_MS = 7 * 86_400_000;

/** One that was replaced ends by itself. */
interface KeptSecret extends SecretHash {
  /** ms since the epoch */
  readonly endsAt?: number;
}

/** As it stands in the state. */
interface Kept {
  readonly client: Client;
  /** The newest first; at most two. */
  readonly secrets: readonly KeptSecret[];
}

export interface NewClient extends ClientDetails {
  /** Up to 64 letters, digits, ".", "_" and "-"; one is made up unless given. */
  readonly clientId?: string;
}

export interface MadeClient {
  readonly client: Client;
  readonly secret?: string;
}

export interface ChangedClient extends ClientDetails {
  /** As it was, unless given. */
  readonly disabled?: boolean;
}

export interface ClientsParts {
  readonly state: State;
  readonly time: ForwardTime;
  readonly secrets: Secrets;
  /** How many there may be. */
  readonly total: number;
  readonly newId?: () => string;
}

/**
 * The registered clients. What is answered is on disk. Secrets are kept as hashes, and shown once: to whoever had them made.
 *
 * Whatever lessens what a client may do holds at once, also for the tokens that it has: a grant is only good for the very value of
 * the client that it was made for.
 */
export class Clients {
  private readonly changes = new Serial();
  private readonly kept = new Map<string, Kept>();
  private readonly newId: () => string;
  private current: readonly Client[] | undefined;
  private nextNumber = 1;
  /** Of every application instance that is somebody's. */
  private readonly owners = new Map<string, string>();

  private constructor(private readonly parts: ClientsParts) {
    this.newId = parts.newId ?? randomUUID;
  }

  /** After the clock was put back (`ForwardTime.wasPutBack`), secrets that were replaced have ended. */
  static async load(parts: ClientsParts): Promise<Clients> {
    const clients = new Clients(parts);
    const documents = [...(await parts.state.load(COLLECTION)).values()] as unknown as Kept[];
    for (const kept of documents.sort((a, b) => a.client.number - b.client.number)) clients.put(frozen(kept));
    if (parts.time.wasPutBack) await clients.endReplaced();
    return clients;
  }

  /** In the order in which they came; the same array until one changes. */
  list(): readonly Client[] {
    return (this.current ??= Object.freeze([...this.kept.values()].map(({ client }) => client)));
  }

  find(clientId: string): Client | undefined {
    return this.kept.get(clientId)?.client;
  }

  /** @throws GatewayError `notFound` */
  get(clientId: string): Client {
    return this.getKept(clientId).client;
  }

  /** To whom this application instance was given. */
  ownerOf(appInstanceId: string): Owner | undefined {
    const clientId = this.owners.get(appInstanceId);
    return clientId === undefined ? undefined : { client: clientId, tenant: this.get(clientId).tenant };
  }

  /**
   * @param check throws when it is not to be made, now that it would be
   * @returns the client, and its secret: this once and never again; without one when it has keys of its own
   * @throws GatewayError `invalid`, `tooLarge`; `conflict` when there is a client of this clientId already, or another one owns an
   *   application instance; `forbidden` when there are too many; `tooManyRequests`; `unavailable` when it cannot be kept; and what
   *   `check` throws
   */
  async create({ clientId = this.newId(), ...given }: NewClient, check: (made: Client) => void = noCheck): Promise<MadeClient> {
    if (!CLIENT_ID.test(clientId))
      throw new GatewayError('invalid', 'clientId: expected up to 64 letters, digits, ".", "_" and "-"');
    const details = await requireDetails(given);
    const secret = details.keys ? undefined : this.parts.secrets.make();
    const secrets = secret === undefined ? [] : [await this.parts.secrets.hash(secret)];
    return this.changes.run(async () => {
      this.requireRoom(clientId);
      this.requireFree(clientId, details.appInstanceIds);
      const number = this.nextNumber;
      const createdAt = Math.floor(this.parts.time.now());
      const made = { ...details, number, clientId, disabled: false, generation: this.newId(), createdAt };
      check(made);
      const client = await this.keep({ client: made, secrets });
      return { client, ...(secret === undefined ? {} : { secret }) };
    });
  }

  /**
   * Other details; its tokens go on within these, unless it is disabled.
   *
   * @param check throws when the present client is not to be changed to what it would be
   * @throws GatewayError as `create`, and `notFound`
   */
  async update(
    clientId: string,
    given: ChangedClient,
    check: (present: Client, changed: Client) => void = noCheck,
  ): Promise<Client> {
    const details = await requireDetails(given);
    return this.change(clientId, ({ client, secrets }) => {
      const { number, generation, createdAt } = client;
      const { disabled = client.disabled } = given;
      const changed = { ...details, number, clientId, disabled, generation, createdAt };
      check(client, changed);
      this.requireFree(clientId, details.appInstanceIds);
      return { client: disabled && !client.disabled ? this.renewed(changed) : changed, secrets };
    });
  }

  /**
   * Makes another secret. Somebody else may have the one before: so that ends at once, and every token with it, unless it is given
   * time.
   *
   * @param overlapMs how long the one before may go on, a week at the most
   * @param check throws when the present client is to keep what it has
   * @returns the secret: this once and never again
   * @throws GatewayError `notFound`, `tooManyRequests`, `unavailable`, and what `check` throws
   */
  async rotate(clientId: string, overlapMs = 0, check: (present: Client) => void = noCheck): Promise<string> {
    check(this.get(clientId));
    const secret = this.parts.secrets.make();
    const hash = await this.parts.secrets.hash(secret);
    await this.change(clientId, ({ client, secrets: [before] }) => {
      check(client);
      if (!(overlapMs > 0) || before === undefined) return { client: this.renewed(client), secrets: [hash] };
      const endsAt = Math.floor(this.parts.time.now()) + Math.min(overlapMs, LONGEST_OVERLAP_MS);
      return { client, secrets: [hash, { ...before, endsAt: Math.min(endsAt, before.endsAt ?? Infinity) }] };
    });
    return secret;
  }

  /**
   * Ends every token that it has; it may get others.
   *
   * @throws GatewayError `notFound`, `unavailable`, and what `check` throws
   */
  async revoke(clientId: string, check: (present: Client) => void = noCheck): Promise<void> {
    await this.change(clientId, ({ client, secrets }) => {
      check(client);
      return { client: this.renewed(client), secrets };
    });
  }

  /**
   * Ends every token that it has, and it gets no others until it is enabled again.
   *
   * @throws GatewayError `notFound`, `unavailable`
   */
  async disable(clientId: string): Promise<Client> {
    return this.change(clientId, ({ client, secrets }) => ({ client: { ...this.renewed(client), disabled: true }, secrets }));
  }

  /** @throws GatewayError `notFound`, `unavailable` */
  async enable(clientId: string): Promise<Client> {
    return this.change(clientId, ({ client, secrets }) => ({ client: { ...client, disabled: false }, secrets }));
  }

  /**
   * Forgets it. Its tokens end, also should another client get its clientId.
   *
   * @throws GatewayError `notFound`, `unavailable`, and what `check` throws
   */
  async remove(clientId: string, check: (present: Client) => void = noCheck): Promise<void> {
    await this.changes.run(async () => {
      check(this.get(clientId));
      await this.parts.state.commit([{ collection: COLLECTION, id: clientId }]);
      this.disownAll(clientId);
      this.kept.delete(clientId);
      this.current = undefined;
    });
  }

  /**
   * @returns the client if this is its secret and it may sign in; whoever fails is not told why, and it takes as long
   * @throws GatewayError `tooManyRequests` when too many ask at once
   */
  async authenticate(clientId: string, secret: string): Promise<Client | undefined> {
    const now = this.parts.time.now();
    const valid = (this.kept.get(clientId)?.secrets ?? []).filter(({ endsAt = Infinity }) => now < endsAt);
    const found = await this.parts.secrets.find(secret, valid);
    // much may have changed since
    const kept = this.kept.get(clientId);
    if (!found || !kept || kept.client.disabled) return undefined;
    return kept.secrets.some(({ hash }) => hash === found.hash) ? kept.client : undefined;
  }

  private async endReplaced(): Promise<void> {
    const replaced = [...this.kept.values()].filter(({ secrets }) => secrets.some(({ endsAt }) => endsAt !== undefined));
    const ended = replaced.map(({ client, secrets }) =>
      frozen({ client, secrets: secrets.filter(({ endsAt }) => endsAt === undefined) }),
    );
    if (ended.length > 0) await this.parts.state.commit(ended.map(written));
    ended.forEach((kept) => this.put(kept));
  }

  private getKept(clientId: string): Kept {
    const kept = this.kept.get(clientId);
    if (!kept) throw new GatewayError('notFound', `there is no client ${clientId}`);
    return kept;
  }

  private change(clientId: string, changed: (kept: Kept) => Kept): Promise<Client> {
    return this.changes.run(async () => this.keep(changed(this.getKept(clientId))));
  }

  private async keep(kept: Kept): Promise<Client> {
    const whole = frozen(kept);
    await this.parts.state.commit([written(whole)]);
    this.put(whole);
    return whole.client;
  }

  private put(kept: Kept): void {
    const { clientId, appInstanceIds } = kept.client;
    this.disownAll(clientId);
    this.kept.set(clientId, kept);
    for (const id of appInstanceIds) this.owners.set(id, clientId);
    this.nextNumber = Math.max(this.nextNumber, kept.client.number + 1);
    this.current = undefined;
  }

  private disownAll(clientId: string): void {
    for (const id of this.find(clientId)?.appInstanceIds ?? []) this.owners.delete(id);
  }

  private renewed(client: Client): Client {
    return { ...client, generation: this.newId() };
  }

  private requireRoom(clientId: string): void {
    if (this.kept.has(clientId)) throw new GatewayError('conflict', `there is a client ${clientId} already`);
    const { total } = this.parts;
    if (this.kept.size >= total) throw new GatewayError('forbidden', `there are ${total} clients already, and that is the bound`);
  }

  private requireFree(clientId: string, appInstanceIds: readonly string[]): void {
    const taken = appInstanceIds.find((id) => (this.owners.get(id) ?? clientId) !== clientId);
    if (taken !== undefined) throw new GatewayError('conflict', `application instance ${taken} is another client's`);
  }
}

function noCheck(): void {
  // whoever calls from within the gateway may do everything
}

function frozen({ client, secrets }: Kept): Kept {
  return { client: Object.freeze({ ...client }), secrets: Object.freeze([...secrets]) };
}

function written(kept: Kept): Change {
  return { collection: COLLECTION, id: kept.client.clientId, body: kept as unknown as Json };
}
