import { systemError } from '../devices/libc.js';
import { GatewayError } from '../errors.js';

/** As generic as those of libc.ts on all architectures that we run on. */
const AF_UNIX = 1;
const [SOCK_DGRAM, SOCK_CLOEXEC] = [2, 0o2000000];
const [MSG_DONTWAIT, MSG_NOSIGNAL] = [0x40, 0x4000];
/** struct sockaddr_un, unix(7) */
const SUN_PATH = { offset: 2, size: 108 } as const;

/** Where a service manager listens for what its services say of themselves. */
export interface NotifySocket {
  /**
   * @param message lines of `NAME=value`
   * @throws Error as Node's own, with `code`: `EAGAIN` when the manager does not read what it was sent before
   */
  send(message: string): void;
}

/**
 * Node has no datagrams of AF_UNIX, and the C library has.
 *
 * @param address of `NOTIFY_SOCKET`: an absolute path, or a name of the abstract namespace after `@`
 * @throws GatewayError `invalid` for another kind of address, `unavailable` where koffi, which is an optional dependency, is not installed
 * @see sd_notify(3)
 */
export async function openNotifySocket(address: string): Promise<NotifySocket> {
  const to = socketAddress(address);
  const { default: koffi } = await import('koffi').catch((cause: unknown) => {
    throw new GatewayError(
      'unavailable',
      'telling systemd needs the package koffi, which is not installed: npm install --include=optional',
      { cause },
    );
  });
  const library = koffi.load(null);
  const socket = library.func('int socket(int domain, int type, int protocol)') as (...args: unknown[]) => number;
  const sendto = library.func(
    'intptr_t sendto(int fd, const void *message, size_t length, int flags, const void *to, unsigned int size)',
  ) as (...args: unknown[]) => number | bigint;
  // it is there as long as the process
  const fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  if (fd < 0) throw systemError('socket', koffi.errno());
  return {
    send(message) {
      const bytes = Buffer.from(message);
      // a manager that hangs is not to hang its services
      const sent = sendto(fd, bytes, bytes.length, MSG_DONTWAIT | MSG_NOSIGNAL, to, to.length);
      if (BigInt(sent) < 0n) throw systemError('sendto', koffi.errno());
    },
  };
}

/** struct sockaddr_un, as long as the address is: a path ends with a zero, a name of the abstract namespace begins with one. */
function socketAddress(address: string): Uint8Array {
  const path = Buffer.from(address.startsWith('@') ? `\0${address.slice(1)}` : `${address}\0`);
  if (!/^[/@]./.test(address) || path.length > SUN_PATH.size)
    throw new GatewayError('invalid', `NOTIFY_SOCKET is ${address}, expected a path of a socket, or @ and a name`);
  const bytes = new Uint8Array(SUN_PATH.offset + path.length);
  new Uint16Array(bytes.buffer, 0, 1)[0] = AF_UNIX;
  bytes.set(path, SUN_PATH.offset);
  return bytes;
}
