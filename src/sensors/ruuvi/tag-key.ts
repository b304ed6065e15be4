/** What a tag that encrypts was set up with. */
export interface TagSecret {
  /** 16 bytes as 32 hexadecimal digits. */
  readonly password: string;
  /** 8 bytes as 16 hexadecimal digits: what the tag's chip is called. */
  readonly deviceId: string;
}

/** The AES key of the tag that says to have this address (upper case with colons), when there is one. */
export type KeyOf = (mac: string | undefined) => Uint8Array | undefined;

/** Nobody has given the gateway any keys. */
export const noKeys: KeyOf = () => undefined;

/** @param secrets by the tags' addresses, upper case with colons */
export function keysOf(secrets: Readonly<Record<string, TagSecret>>): KeyOf {
  const keys = new Map(Object.entries(secrets).map(([mac, secret]) => [mac, tagKey(secret)]));
  return (mac) => (mac === undefined ? undefined : keys.get(mac));
}

/**
 * The 16 bytes of the AES key: the password, of which the first 8 bytes are joined with the device's identifier by XOR, so that
 * tags with the same password have different keys.
 *
 * @see Ruuvi docs, data-format-8-encrypted-environmental.md
 */
export function tagKey({ password, deviceId }: TagSecret): Uint8Array {
  const key = Uint8Array.from(Buffer.from(password, 'hex'));
  Buffer.from(deviceId, 'hex').forEach((byte, at) => (key[at] = (key[at] ?? 0) ^ byte));
  return key;
}
