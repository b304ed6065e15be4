import { setTimeout as sleep } from 'node:timers/promises';

const SERVICES = '/mec_service_mgmt/v1/services';
/** What the gateway calls the category of its cameras, and how the name of each begins; nobody else may use such names. */
const CATEGORY = { href: '/openapi/camera.yaml', id: 'umec-camera', name: 'camera', version: '0.1.0' };
const PREFIX = 'umec-camera-';
const RETRY_MS = 2_000;

/**
 * The camera and the classifier, as the MEC registry has them.
 *
 * @typedef {{ name: string, state?: 'ACTIVE' | 'INACTIVE' | 'SUSPENDED', uri?: string, serInstanceId?: string }} Service
 * without a state it is not in the registry
 * @typedef {{ camera?: Service, classifier?: Service, problem?: string }} Found `problem`: why the registry cannot be asked
 */
export class Services {
  #gateway;
  #cameraId;
  #serName;
  #stop;
  #isDue = false;
  #isLooking = false;

  /**
   * @param {string | undefined} cameraId absent: the first that is ACTIVE, or else the first
   * @param {string} serName the classifier's
   * @param {AbortSignal} stop
   */
  constructor(gateway, cameraId, serName, stop) {
    this.#gateway = gateway;
    this.#cameraId = cameraId;
    this.#serName = serName;
    this.#stop = stop;
    /** @type {Found} */
    this.found = {};
    /** Is called with what is found now. */
    this.onFound = () => {};
  }

  /** Which changes can make a difference here, each a `filteringCriteria` of MEC 011. */
  get criteria() {
    return [{ serCategories: [CATEGORY] }, { serNames: [this.#serName] }];
  }

  /** Looks until the registry has answered; when something has changed meanwhile, once more. */
  async look() {
    this.#isDue = true;
    if (this.#isLooking) return;
    this.#isLooking = true;
    while (this.#isDue && !this.#stop.aborted) {
      this.#isDue = false;
      try {
        this.#show({ camera: await this.#camera(), classifier: await this.#classifier() });
      } catch (error) {
        this.#isDue = true;
        this.#show({ ...this.found, problem: error.message });
        await sleep(RETRY_MS, undefined, { signal: this.#stop }).catch(() => undefined);
      }
    }
    this.#isLooking = false;
  }

  #show(found) {
    this.found = found;
    this.onFound(found);
  }

  async #camera() {
    const cameras = (await this.#list(`ser_category_id=${CATEGORY.id}`)).flatMap(({ serName, state, transportInfo }) => {
      // another gateway's cameras may be listed, too
      const uri = transportInfo.endpoint.uris?.find(
        (each) => URL.canParse(each) && new URL(each).origin === this.#gateway.origin,
      );
      return uri && serName.startsWith(PREFIX) ? [{ name: serName.slice(PREFIX.length), state, uri }] : [];
    });
    const wanted = cameras.filter(({ name }) => name === (this.#cameraId ?? name));
    return best(wanted) ?? { name: this.#cameraId ?? 'a camera' };
  }

  async #classifier() {
    const services = await this.#list(`ser_name=${encodeURIComponent(this.#serName)}`);
    return (
      best(services.map(({ serName, state, serInstanceId }) => ({ name: serName, state, serInstanceId }))) ?? {
        name: this.#serName,
      }
    );
  }

  async #list(query) {
    return (await this.#gateway.ask('GET', `${SERVICES}?${query}`)).json();
  }
}

function best(services) {
  return services.find(({ state }) => state === 'ACTIVE') ?? services[0];
}
