/** To whom belongs what belongs to nobody else: the gateway, and what its operator runs on it. */
export const HOST = 'host';

/** Whose something is: a client's, which may be gone, and through it a tenant's. */
export interface Owner {
  readonly client: string;
  readonly tenant: string;
  /** The devices that it might see when it became the owner; absent means all. */
  readonly devices?: readonly string[];
}
