import type { components } from '../../../../generated/registry.js';
import { Ago } from '../../parts/ago.js';
import { type Asked, Shown } from '../../parts/asked.js';
import { InParts } from '../../parts/in-parts.js';
import { State } from '../../parts/state.js';
import { Table } from '../../parts/table.js';
import { texts } from '../../texts/index.js';

export type Subscription = components['schemas']['Subscription'];

/** So many more at a time. */
const ROWS = 50;

/** Every MEC subscription, and how delivery to it goes. */
export function Subscriptions({ asked }: { asked: Asked<readonly Subscription[]> }) {
  return (
    <section aria-labelledby="subscriptions">
      <h2 id="subscriptions">{texts.registry.subscriptions}</h2>
      <Shown asked={asked}>
        {(subscriptions) => (
          <InParts items={subscriptions} size={ROWS}>
            {(shown) => (
              <Table
                caption={texts.registry.subscriptions}
                columns={texts.registry.subscriptionColumns}
                rows={shown}
                keyOf={({ subscriptionId }) => subscriptionId}
                none={texts.registry.noSubscriptions}
                cells={(subscription) => [
                  <Which key="which" subscription={subscription} />,
                  subscription.callbackReference ?? texts.registry.webSocket,
                  <>
                    <State state={subscription.state} /> {subscription.reason}
                  </>,
                  subscription.delivered,
                  subscription.pending,
                  subscription.dropped,
                  <When key="success" time={subscription.lastSuccess} />,
                  <When key="failure" time={subscription.lastFailure} />,
                ]}
              />
            )}
          </InParts>
        )}
      </Shown>
    </section>
  );
}

function Which({ subscription: { subscriptionType, appInstanceId, subscriptionId } }: { subscription: Subscription }) {
  return (
    <span title={subscriptionId}>
      {subscriptionType} <span class="faint">{appInstanceId}</span>
    </span>
  );
}

function When({ time }: { time: string | undefined }) {
  return time === undefined ? <>{texts.registry.never}</> : <Ago time={time} />;
}
