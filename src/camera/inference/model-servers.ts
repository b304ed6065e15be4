/** What a model server is asked. */
export interface ModelQuestion {
  readonly method: 'GET' | 'POST';
  /** Below the address of the service; begins with a slash. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
}

export interface ModelPatience {
  /** ms, from the look-up of its name to the last byte */
  readonly withinMs: number;
  /** Of the answer's body. */
  readonly maxBytes: number;
  readonly signal: AbortSignal;
}

/** Whoever can speak to model servers. */
export interface ModelServers {
  /**
   * @param uri of the service, as it stands in the registry
   * @returns an answer that is whole
   * @throws GatewayError `unavailable` when there is none, `timeout`, `forbidden` when the service is where calls may not go, `badGateway`
   *   when the answer breaks off or does not end; in words that say nothing of addresses
   */
  ask(
    uri: string,
    question: ModelQuestion,
    patience: ModelPatience,
  ): Promise<{ readonly status: number; readonly body: Uint8Array }>;
}
