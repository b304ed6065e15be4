import { isIP } from 'node:net';

/** Where something is sent to. */
export interface Destination {
  readonly isSecure: boolean;
  /** A name in lower case or an IP address as `net.isIP` knows it: no brackets, no octal, hexadecimal or short spelling. */
  readonly host: string;
  readonly isAddress: boolean;
  /** 1 to 65535 */
  readonly port: number;
  /** Host and port as the header `Host` wants them. */
  readonly authority: string;
  /** Begins with a slash; a query belongs to it. */
  readonly path: string;
}

/** @param url `http:` or `https:`, with a port that is not 0 */
export function destinationOf({ protocol, hostname, port, host, pathname, search }: URL): Destination {
  const bare = hostname.replace(/^\[|\]$/g, '');
  const isSecure = protocol === 'https:';
  return {
    isSecure,
    host: bare,
    isAddress: isIP(bare) !== 0,
    port: port === '' ? (isSecure ? 443 : 80) : Number(port),
    authority: host,
    path: `${pathname}${search}`,
  };
}
