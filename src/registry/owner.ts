/** Whose something is: a client's, which may be gone, and through it a tenant's. */
export interface Owner {
  readonly client: string;
  readonly tenant: string;
}
