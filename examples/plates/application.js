import { Notices } from './notices.js';

const SUPPORT = '/mec_app_support/v1';
const SERVICES = '/mec_service_mgmt/v1';
/** What the gateway answers of an instance that it does not have: to a client that it is none of its own. */
const GONE = [403, 404];

/** This program as an instance of a MEC application: registered, ready, told of services, and told when it is to end. */
export class Application {
  #gateway;
  #notices = new Notices((notice) => this.#told(notice));
  #callbackReference;
  #appInstanceId;
  #subscribed = new Set();
  #changed = new AbortController();

  constructor(gateway) {
    this.#gateway = gateway;
    /** Aborts when the gateway wants the application to end; its reason is the `operationAction`. */
    this.ending = new AbortController();
  }

  /** Aborts with the next change of a service; then there is another. */
  get changed() {
    return this.#changed.signal;
  }

  /**
   * @param {string} host where the gateway reaches this program
   * @param {number} port 0: any that is free
   * @throws when the port is somebody else's
   */
  async listen(host, port) {
    this.#callbackReference = await this.#notices.listen(host, port);
  }

  /**
   * Registers, subscribes to its own end and to changes of services, and says that it is ready. When that fails it can be called again:
   * what is done is not done twice.
   *
   * @param {object} filteringCriteria which changes of services it wants to be told
   * @returns {Promise<string>} its appInstanceId
   * @see ETSI GS MEC 011, clauses 7.2.13 (registrations) and 8.1.3.2 (SerAvailabilityNotificationSubscription)
   */
  async begin(appName, filteringCriteria) {
    const appInstanceId = (this.#appInstanceId ??= await this.#register(appName));
    await this.#subscribe(SUPPORT, { subscriptionType: 'AppTerminationNotificationSubscription', appInstanceId });
    await this.#subscribe(SERVICES, { subscriptionType: 'SerAvailabilityNotificationSubscription', filteringCriteria });
    await this.#gateway.ask('POST', `${this.#path(SUPPORT)}/confirm_ready`, { indication: 'READY' });
    return appInstanceId;
  }

  /** Says that it may be ended now, when it was asked to end; else it takes its registration back, where there is one. */
  async end() {
    this.#notices.close();
    if (this.#appInstanceId === undefined) return;
    try {
      await this.#leave();
    } catch (error) {
      // it is gone already: its time was over, or the gateway's owner has removed it
      if (!GONE.includes(error.status)) throw error;
    }
  }

  #leave() {
    const { aborted, reason: operationAction } = this.ending.signal;
    if (aborted) return this.#gateway.ask('POST', `${this.#path(SUPPORT)}/confirm_termination`, { operationAction });
    return this.#gateway.ask('DELETE', `${SUPPORT}/registrations/${encodeURIComponent(this.#appInstanceId)}`);
  }

  async #register(appName) {
    const endpoint = { uris: [new URL(this.#callbackReference).origin] };
    const registered = await this.#gateway.ask('POST', `${SUPPORT}/registrations`, { appName, endpoint });
    return (await registered.json()).appInstanceId;
  }

  async #subscribe(api, subscription) {
    if (this.#subscribed.has(api)) return;
    const callbackReference = this.#callbackReference;
    await this.#gateway.ask('POST', `${this.#path(api)}/subscriptions`, { ...subscription, callbackReference });
    this.#subscribed.add(api);
  }

  #path(api) {
    return `${api}/applications/${encodeURIComponent(this.#appInstanceId)}`;
  }

  #told({ notificationType, operationAction }) {
    if (notificationType === 'AppTerminationNotification') this.ending.abort(operationAction);
    if (notificationType !== 'SerAvailabilityNotification') return;
    this.#changed.abort();
    this.#changed = new AbortController();
  }
}
