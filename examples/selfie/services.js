import { setTimeout as sleep } from 'node:timers/promises';

const SERVICES = '/mec_service_mgmt/v1/services';
/** What the gateway calls the category of its cameras, and how the name of each begins; nobody else may use such names. */
const CATEGORY = { href: '/openapi/camera.yaml', id: 'umec-camera', name: 'camera', version: '0.1.0' };
const PREFIX = 'umec-camera-';
/** Below a gateway's address. */
const PATH = '/camera/v1/';
const RETRY_MS = 2_000;
const LOOK_AGAIN_MS = 60_000;

/**
 * The camera and the classifier, as the MEC registry has them.
 *
 * @typedef {{ name: string, state?: 'ACTIVE' | 'INACTIVE' | 'SUSPENDED', uri?: string, serInstanceId?: string, elsewhere?: string }} Service
 * without a state it is not in the registry, or `elsewhere`, at another gateway's address
 * @typedef {{ camera?: Service, classifier?: Service, problem?: string }} Found `problem`: why the registry cannot be asked, or is of no use
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

  /**
   * Asks until there is a gateway.
   *
   * @param {{ signal: AbortSignal, failed: (error: Error) => void }} insistence
   * @throws when its registry may not be read
   */
  async begin(insistence) {
    await this.#gateway.insist('GET', SERVICES, undefined, insistence);
  }

  /**
   * Looks now and then: what it is told may be late, and where its registration is gone it is told nothing.
   *
   * @returns {Promise<void>} when it is to stop
   */
  async keepLooking(everyMs = LOOK_AGAIN_MS) {
    while (!this.#stop.aborted) {
      await sleep(everyMs, undefined, { signal: this.#stop }).catch(() => undefined);
      await this.look();
    }
  }

  /** Looks until the registry has answered; when something has changed meanwhile, once more. */
  async look() {
    this.#isDue = true;
    if (this.#isLooking) return;
    this.#isLooking = true;
    while (this.#isDue && !this.#stop.aborted) {
      this.#isDue = false;
      try {
        const camera = await this.#camera();
        this.#show({ camera, classifier: await this.#classifier(), problem: this.#problemOf(camera) });
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

  #problemOf({ elsewhere }) {
    if (!elsewhere) return undefined;
    return `no camera is at ${this.#gateway.url}, but one at ${elsewhere}: where that is the same gateway, UMEC_URL has to be it`;
  }

  async #camera() {
    const wanted = (await this.#list(`ser_category_id=${CATEGORY.id}`))
      .filter(({ serName }) => serName.startsWith(PREFIX))
      .map(({ serName, state, transportInfo }) => ({
        name: serName.slice(PREFIX.length),
        state,
        uris: transportInfo.endpoint.uris,
      }))
      .filter(({ name }) => name === (this.#cameraId ?? name));
    // another gateway's cameras may be listed, too
    const own = wanted.flatMap(({ name, state, uris = [] }) => {
      const uri = uris.find((each) => this.#gateway.has(each));
      return uri ? [{ name, state, uri }] : [];
    });
    return best(own) ?? { name: this.#cameraId ?? 'a camera', elsewhere: addressOf(wanted.flatMap(({ uris = [] }) => uris)) };
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

/** @returns {string | undefined} the address of a gateway that has one of these cameras */
function addressOf(uris) {
  return uris.find((uri) => uri.includes(PATH))?.split(PATH)[0];
}

function best(services) {
  return services.find(({ state }) => state === 'ACTIVE') ?? services[0];
}
