/** A broker, and as whom it is called. */
export interface BrokerTarget {
  /** `mqtt://` or `mqtts://` */
  readonly url: string;
  readonly username?: string | undefined;
  readonly password?: string | undefined;
  /** Certificates to trust instead of those that Node brings, as PEM. */
  readonly ca?: string | undefined;
  /** Of which there is one at a broker at a time. */
  readonly clientId: string;
}

/** What the broker is to say once nobody hears from the client any more. */
export interface Will {
  readonly topic: string;
  readonly payload: string;
}

/** Where a broker is; its ports are those of IANA unless the URL has one. */
export function placeOf(url: string): { readonly host: string; readonly port: number; readonly isSecure: boolean } {
  const { protocol, hostname, port } = new URL(url);
  const isSecure = protocol === 'mqtts:';
  const standard = isSecure ? 8883 : 1883;
  return { host: hostname.replace(/^\[|\]$/g, ''), port: port === '' ? standard : Number(port), isSecure };
}
