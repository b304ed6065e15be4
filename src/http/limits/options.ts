/** How much is taken from clients before anybody looks at what they want. */
export interface LimitOptions {
  /** At the same time, in all. A process that may open fewer files takes fewer. */
  readonly connections: number;
  /** Of them from one address. */
  readonly connectionsPerAddress: number;
  readonly readsPerSecond: number;
  /** Reads in one go, by whoever has been quiet before. */
  readonly readBurst: number;
  readonly writesPerSecond: number;
  readonly writeBurst: number;
  /** How many addresses are told apart; those that were not heard of for longest give way. */
  readonly addresses: number;
  /** Networks in CIDR notation whose requests are not counted; their connections are. */
  readonly unlimited: readonly string[];
  /** ms that the event loop may lag before what is not urgent is refused. */
  readonly lagMs: number;
}

/**
 * Generous: what a person, a panel or an application does is far below. Whoever calls from this machine is not counted: a proxy
 * calls for many, and so does whoever measures the gateway.
 */
export const defaultLimits: LimitOptions = {
  connections: 1_000,
  connectionsPerAddress: 500,
  readsPerSecond: 200,
  readBurst: 400,
  writesPerSecond: 50,
  writeBurst: 100,
  addresses: 10_000,
  unlimited: ['127.0.0.0/8', '::1/128'],
  lagMs: 500,
};
