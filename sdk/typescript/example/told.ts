import { EventEmitter, once } from 'node:events';
import {
  isNotification,
  notifications,
  type AppTerminationNotification,
  type Gateway,
  type GatewayNotification,
  type ServiceReference,
} from 'umec-client';

/** What a subscription has told. One and the same can be told twice: nobody knows whether an answer that was cut off had arrived. */
export class Told {
  private readonly all: GatewayNotification[] = [];
  private readonly news = new EventEmitter();

  /** Follows until `signal` aborts, whatever the link does. */
  static byWebSocket(gateway: Gateway, websocketUri: string, signal: AbortSignal): Told {
    const told = new Told();
    const follow = async () => {
      const onCut = (cause: Error) => console.error(`once more: ${cause.message}`);
      for await (const notification of notifications(gateway, websocketUri, { signal, onCut })) told.add(notification);
    };
    follow().catch((error: unknown) => told.news.emit('error', error));
    return told;
  }

  add(notification: GatewayNotification): void {
    this.all.push(notification);
    this.news.emit('told');
  }

  /** What was, or will be, told of a service. */
  service(wanted: Pick<ServiceReference, 'serInstanceId' | 'changeType'>): Promise<ServiceReference> {
    return this.first((notification) =>
      isNotification(notification, 'SerAvailabilityNotification')
        ? notification.serviceReferences.find(
            ({ serInstanceId, changeType }) => serInstanceId === wanted.serInstanceId && changeType === wanted.changeType,
          )
        : undefined,
    );
  }

  /** That the application is to end. */
  end(): Promise<AppTerminationNotification> {
    return this.first((notification) => (isNotification(notification, 'AppTerminationNotification') ? notification : undefined));
  }

  private async first<T>(find: (notification: GatewayNotification) => T | undefined): Promise<T> {
    for (let at = 0; ; at++) {
      if (at === this.all.length) await once(this.news, 'told');
      const notification = this.all[at];
      const found = notification && find(notification);
      if (found !== undefined) return found;
    }
  }
}
