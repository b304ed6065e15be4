import { GatewayError } from '../errors.js';
import type { Json } from '../json.js';
import { Serial } from '../registry/serial.js';
import type { State } from '../registry/state.js';
import { HOST } from './access.js';
import { type Quotas, requireTenant, type TenantDetails } from './tenant.js';

const COLLECTION = 'tenants';

/** Never changed: an update is a new value. */
export interface Tenant extends TenantDetails {
  readonly tenant: string;
  /** Grows from tenant to tenant, so that their order survives a restart; the host's is 0. */
  readonly number: number;
}

const NONE: Quotas = Object.freeze({});
const OWN: Tenant = Object.freeze({ tenant: HOST, number: 0, description: 'the gateway itself', devices: 'all', quotas: NONE });

/** To whom clients belong. What is answered is on disk. The host is always there, and sees every device. */
export class Tenants {
  private readonly changes = new Serial();
  private readonly tenants = new Map<string, Tenant>([[HOST, OWN]]);
  private current: readonly Tenant[] | undefined;

  private constructor(
    private readonly state: State,
    private readonly total: number,
  ) {}

  /** @param total how many there may be, the host not counted */
  static async load(state: State, total: number): Promise<Tenants> {
    const tenants = new Tenants(state, total);
    const kept = [...(await state.load(COLLECTION)).values()] as unknown as Tenant[];
    for (const tenant of kept) tenants.put(Object.freeze(tenant));
    return tenants;
  }

  /** In the order in which they came, the host first; the same array until one changes. */
  list(): readonly Tenant[] {
    return (this.current ??= Object.freeze([...this.tenants.values()].sort((a, b) => a.number - b.number)));
  }

  find(tenant: string): Tenant | undefined {
    return this.tenants.get(tenant);
  }

  /** @throws GatewayError `notFound` */
  get(tenant: string): Tenant {
    const found = this.find(tenant);
    if (!found) throw unknownTenant(tenant);
    return found;
  }

  /**
   * @throws GatewayError `invalid`; `conflict` when there is one of this name; `forbidden` when there are too many; `unavailable`
   *   when it cannot be kept
   */
  async create(tenant: string, given: TenantDetails): Promise<Tenant> {
    const details = requireTenant(tenant, given);
    return this.changes.run(async () => {
      if (this.tenants.has(tenant)) throw new GatewayError('conflict', `there is a tenant ${tenant} already`);
      if (this.tenants.size > this.total)
        throw new GatewayError('forbidden', `there are ${this.total} tenants already, and that is the bound`);
      return this.keep({ ...details, tenant, number: (this.list().at(-1)?.number ?? 0) + 1 });
    });
  }

  /**
   * Other details. What its clients were let in for ends when they may see other devices now; their tokens do not.
   *
   * @param check throws when the present tenant is not what the caller thinks it is
   * @throws GatewayError as `create`, `notFound`, and what `check` throws
   */
  async update(tenant: string, given: TenantDetails, check: (present: Tenant) => void): Promise<Tenant> {
    const details = requireTenant(tenant, given);
    return this.changes.run(async () => {
      const present = this.get(tenant);
      check(present);
      // whoever compares sees by the value itself whether anything about the devices has changed
      const isSame = JSON.stringify(present.devices) === JSON.stringify(details.devices);
      return this.keep({ ...details, devices: isSame ? present.devices : details.devices, tenant, number: present.number });
    });
  }

  /**
   * @param check throws when it has to stay
   * @throws GatewayError `forbidden` for the host, `notFound`, `unavailable`, and what `check` throws
   */
  async remove(tenant: string, check: (present: Tenant) => void): Promise<void> {
    if (tenant === HOST) throw new GatewayError('forbidden', 'the host is the gateway itself, and stays');
    await this.changes.run(async () => {
      const present = this.get(tenant);
      check(present);
      // from here on nobody is let in for it; who asks meanwhile finds it gone
      this.tenants.delete(tenant);
      this.current = undefined;
      try {
        await this.state.commit([{ collection: COLLECTION, id: tenant }]);
      } catch (error) {
        this.put(present);
        throw error;
      }
    });
  }

  private async keep(tenant: Tenant): Promise<Tenant> {
    const kept = Object.freeze(tenant);
    await this.state.commit([{ collection: COLLECTION, id: kept.tenant, body: kept as unknown as Json }]);
    this.put(kept);
    return kept;
  }

  private put(tenant: Tenant): void {
    this.tenants.set(tenant.tenant, tenant);
    this.current = undefined;
  }
}

/** The same for one that there is, where that is none of the caller's business. */
export function unknownTenant(tenant: string): GatewayError {
  return new GatewayError('notFound', `there is no tenant ${tenant}`);
}
