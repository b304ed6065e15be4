import { z } from 'zod';
import type { AuditLog } from '../audit/audit-log.js';
import { GatewayError } from '../errors.js';
import type { Store } from '../store/store.js';
import type { Services } from './door.js';

/** The files do not change for as long as it says: whoever asked takes a snapshot of them. */
export interface Stillness {
  readonly number: number;
}

/** Whether nothing has changed until the snapshot was there. */
export interface Taken {
  readonly inTime: boolean;
}

const taken = z.strictObject({ number: z.int() });

/** What `umec backup` asks of a gateway that runs: it reads the files itself, and only has to begin at a moment without a change. */
export function backupServices(store: Pick<Store, 'standStill'>, audit: Pick<AuditLog, 'flush'>): Services {
  let last = 0;
  let goOn: (() => boolean) | undefined;
  return {
    async backup(): Promise<Stillness> {
      // an audit log that cannot be written shows in its health, and keeps nobody from a backup
      await audit.flush().catch(() => undefined);
      goOn = await store.standStill();
      return { number: ++last };
    },

    async 'backup-taken'(asked): Promise<Taken> {
      const { data } = taken.safeParse(asked);
      if (!data) throw new GatewayError('invalid', 'expected the number that backup has given');
      return Promise.resolve({ inTime: data.number === last && goOn?.() === true });
    },
  };
}
