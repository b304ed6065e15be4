import { GatewayError } from '../errors.js';
import type { Json } from '../json.js';
import type { Application } from './application.js';
import type { Change, State } from './state.js';

const COLLECTION = 'applications';

/** The application instances as they are now, in the order in which they came. */
export class ApplicationList {
  private readonly applications = new Map<string, Application>();
  private current: readonly Application[] | undefined;
  private number = 1;

  /** @returns those that were kept */
  static async load(state: State): Promise<ApplicationList> {
    const list = new ApplicationList();
    const kept = [...(await state.load(COLLECTION)).values()] as unknown as Application[];
    for (const application of kept.sort((a, b) => a.number - b.number)) list.put(Object.freeze(application));
    return list;
  }

  /** The same array until one changes. */
  all(): readonly Application[] {
    return (this.current ??= Object.freeze([...this.applications.values()]));
  }

  find(appInstanceId: string): Application | undefined {
    return this.applications.get(appInstanceId);
  }

  get size(): number {
    return this.applications.size;
  }

  /** That the next one to come is to have. */
  get nextNumber(): number {
    return this.number;
  }

  put(application: Application): void {
    this.number = Math.max(this.number, application.number + 1);
    this.applications.set(application.appInstanceId, application);
    this.current = undefined;
  }

  delete(appInstanceId: string): void {
    this.applications.delete(appInstanceId);
    this.current = undefined;
  }

  /**
   * @param most how many the clients of that tenant may make
   * @throws GatewayError `forbidden` when the tenant has them
   */
  requireQuota(tenant: string, most: number | undefined): void {
    if (most !== undefined && this.all().filter(({ owner }) => owner?.tenant === tenant).length >= most)
      throw new GatewayError(
        'forbidden',
        `the tenant ${tenant} has ${most} application instances already (its quota applications)`,
      );
  }
}

/** What keeps it. */
export function written(application: Application): Change {
  return { collection: COLLECTION, id: application.appInstanceId, body: application as unknown as Json };
}

/** What forgets it. */
export function erased(appInstanceId: string): Change {
  return { collection: COLLECTION, id: appInstanceId };
}
