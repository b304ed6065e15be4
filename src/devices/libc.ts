import { constants, endianness } from 'node:os';
import { getSystemErrorName } from 'node:util';
import { GatewayError } from '../errors.js';

const LITTLE = endianness() === 'LE';
/** struct pollfd, poll(2) */
const POLLFD = { events: 4, revents: 6, size: 8 } as const;
const POLLIN = 1;
/** As generic as O_CLOEXEC and O_NONBLOCK on all architectures that we run on. */
const [EFD_CLOEXEC, EFD_NONBLOCK] = [0o2000000, 0o4000];

/** The kernel's own, which it is not to give to programs, and does; what they know as EOPNOTSUPP Node calls ENOTSUP. @see include/linux/errno.h */
const ENOTSUPP = 524;

/** System calls that Node has no function for. Each blocks the thread that makes it. */
export interface Libc {
  /**
   * @param argument read and written by the kernel, as long as `request` says
   * @throws Error as Node's own, with `code` (`EBUSY`), `errno` and `syscall`
   * @see ioctl(2)
   */
  ioctl(fd: number, request: number, argument: Uint8Array): void;
  /**
   * Waits until something can be read, or has ended.
   *
   * @param timeoutMs -1 waits without end
   * @returns those of `fds` that are ready, none after `timeoutMs`, or when a signal came before
   * @throws Error as `ioctl`
   * @see poll(2)
   */
  poll(fds: readonly number[], timeoutMs: number): number[];
  /**
   * @returns a descriptor that can be read, at once, as soon as 8 bytes were written to it
   * @see eventfd(2)
   */
  eventfd(): number;
}

/** With memory that it shares with the kernel. */
export interface MemoryLibc extends Libc {
  /**
   * @param offset bytes, whole pages
   * @returns memory that the kernel and this process share
   * @throws Error as `ioctl`
   * @see mmap(2)
   */
  map(fd: number, length: number, offset: number): SharedMemory;
}

/** Memory that is there until disposed: who touches its bytes after that ends the process. */
export interface SharedMemory extends Disposable {
  readonly bytes: Uint8Array;
}

/** @see mmap(2); as generic as those above */
const [PROT_READ_WRITE, MAP_SHARED] = [3, 1];

/**
 * @param what needs it, for people: `pins`
 * @returns the C library of this process
 * @throws GatewayError `unavailable` where koffi, which is an optional dependency, is not installed
 */
export async function loadLibc(what: string): Promise<MemoryLibc> {
  const { default: koffi } = await import('koffi').catch((cause: unknown) => {
    throw new GatewayError(
      'unavailable',
      `${what} need the package koffi, which is not installed: npm install --include=optional`,
      { cause },
    );
  });
  const library = koffi.load(null);
  // the kernel takes a number or a pointer here, and all architectures that we run on pass both alike, variadic or not
  const ioctl = library.func('int ioctl(int fd, unsigned long request, _Inout_ void *argument)') as (
    ...args: unknown[]
  ) => number;
  const poll = library.func('int poll(_Inout_ void *fds, unsigned long nfds, int timeout)') as (...args: unknown[]) => number;
  const eventfd = library.func('int eventfd(unsigned int initval, int flags)') as (...args: unknown[]) => number;
  // by this name an offset has 64 bits on all architectures
  const mmap = library.func('intptr_t mmap64(void *near, size_t length, int prot, int flags, int fd, int64_t offset)') as (
    ...args: unknown[]
  ) => number | bigint;
  const munmap = library.func('int munmap(intptr_t address, size_t length)') as (...args: unknown[]) => number;
  const made = (syscall: string, result: number): number => {
    if (result < 0) throw systemError(syscall, koffi.errno());
    return result;
  };
  return {
    ioctl: (fd, request, argument) => void made('ioctl', ioctl(fd, request, argument)),
    poll(fds, timeoutMs) {
      const bytes = new Uint8Array(fds.length * POLLFD.size);
      const view = new DataView(bytes.buffer);
      fds.forEach((fd, at) => {
        view.setInt32(at * POLLFD.size, fd, LITTLE);
        view.setInt16(at * POLLFD.size + POLLFD.events, POLLIN, LITTLE);
      });
      const result = poll(bytes, fds.length, timeoutMs);
      if (result < 0 && koffi.errno() === constants.errno.EINTR) return [];
      made('poll', result);
      return fds.filter((_, at) => view.getInt16(at * POLLFD.size + POLLFD.revents, LITTLE) !== 0);
    },
    eventfd: () => made('eventfd', eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)),
    map(fd, length, offset) {
      const address = mmap(null, length, PROT_READ_WRITE, MAP_SHARED, fd, offset);
      if (BigInt(address) === -1n) throw systemError('mmap', koffi.errno());
      return {
        bytes: new Uint8Array(koffi.view(BigInt(address), length)),
        [Symbol.dispose]: () => void munmap(address, length),
      };
    },
  };
}

/** As Node's own, by the number that the kernel gave. */
export function systemError(syscall: string, errno: number): NodeJS.ErrnoException {
  const code = errno === ENOTSUPP ? 'ENOTSUPP' : getSystemErrorName(-errno);
  return Object.assign(new Error(`${code}: ${syscall}`), { code, errno: -errno, syscall });
}
