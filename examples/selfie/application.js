const SUPPORT = '/mec_app_support/v1';
const SERVICES = '/mec_service_mgmt/v1';
/** What the gateway answers of an instance that it does not have: to a client that it is none of its own. */
const GONE = [403, 404];

/** This program as an instance of a MEC application: registered, told what it wants to know, and ready. */
export class Application {
  #gateway;
  #insistence;
  #appInstanceId;

  /** @param {{ signal: AbortSignal, failed: (error: Error) => void }} insistence how long it tries to begin */
  constructor(gateway, insistence) {
    this.#gateway = gateway;
    this.#insistence = insistence;
  }

  /**
   * Registers, subscribes to its own end and to changes of services, and says that it is ready.
   *
   * @param {string} uri where it is
   * @param {string} callbackReference where it is told
   * @param {object[]} criteria which changes of services it wants to be told of, each a `filteringCriteria`
   * @returns {Promise<string>} its appInstanceId
   * @see ETSI GS MEC 011, clauses 5.2.2, 5.2.3 and 5.2.6
   */
  async begin(appName, uri, callbackReference, criteria) {
    const registered = await this.#post(`${SUPPORT}/registrations`, { appName, endpoint: { uris: [uri] } });
    const { appInstanceId } = await registered.json();
    this.#appInstanceId = appInstanceId;
    await this.#post(this.#path(SUPPORT, 'subscriptions'), {
      subscriptionType: 'AppTerminationNotificationSubscription',
      callbackReference,
      appInstanceId,
    });
    for (const filteringCriteria of criteria)
      await this.#post(this.#path(SERVICES, 'subscriptions'), {
        subscriptionType: 'SerAvailabilityNotificationSubscription',
        callbackReference,
        filteringCriteria,
      });
    await this.#post(this.#path(SUPPORT, 'confirm_ready'), { indication: 'READY' });
    return appInstanceId;
  }

  /**
   * Says that it may be ended now, or takes its registration back when nobody has asked for its end.
   *
   * @param {string | undefined} operationAction as the gateway has said when it asked
   */
  async end(operationAction) {
    if (this.#appInstanceId === undefined) return;
    try {
      await this.#leave(operationAction);
    } catch (error) {
      // it is gone already: its time was over, or the gateway's owner has removed it
      if (!GONE.includes(error.status)) throw error;
    }
  }

  #leave(operationAction) {
    if (operationAction) return this.#gateway.ask('POST', this.#path(SUPPORT, 'confirm_termination'), { operationAction });
    return this.#gateway.ask('DELETE', `${SUPPORT}/registrations/${encodeURIComponent(this.#appInstanceId)}`);
  }

  #path(api, what) {
    return `${api}/applications/${encodeURIComponent(this.#appInstanceId)}/${what}`;
  }

  #post(path, body) {
    return this.#gateway.insist('POST', path, body, this.#insistence);
  }
}
