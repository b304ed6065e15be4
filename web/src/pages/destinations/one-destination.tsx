import type { components } from '../../../../generated/registry.js';
import { answerOf, registry } from '../../api.js';
import { Ago } from '../../parts/ago.js';
import { Shown, useAsked } from '../../parts/asked.js';
import { useEvery } from '../../parts/every.js';
import { Facts } from '../../parts/facts.js';
import { State } from '../../parts/state.js';
import { hrefTo } from '../../route.js';
import { texts } from '../../texts/index.js';
import { Rejections } from './rejections.js';

type Destination = components['schemas']['Destination'];

const AGAIN_MS = 5_000;

export function OneDestination({ destinationId }: { destinationId: string }) {
  const path = { destinationId };
  const asked = useAsked(() => answerOf(registry.GET('/destinations/{destinationId}', { params: { path } })), [destinationId]);
  useEvery(AGAIN_MS, asked.anew);
  return (
    <>
      <p>
        <a href={hrefTo('destinations')}>{texts.destinations.all}</a>
      </p>
      <Shown asked={asked}>
        {(destination) => (
          <>
            <HowItGoes {...destination} />
            <Rejections
              {...{ destinationId, count: destination.rejections, refusals: destination.counters.rejected ?? 0 }}
              changed={asked.again}
            />
          </>
        )}
      </Shown>
    </>
  );
}

function HowItGoes(destination: Destination) {
  const { url, speaks, state, reason, lag, lastFailure, droppedUnsent, droppedRejections, counters } = destination;
  const { facts, rows, behind, counters: names } = texts.destinations;
  const failed = lastFailure && (
    <>
      <Ago time={lastFailure.time} />: {lastFailure.reason}
    </>
  );
  const counted = (Object.keys(names) as (keyof typeof names)[]).map((name) => [names[name], counters[name]] as const);
  return (
    <Facts
      of={[
        [facts.state, <State state={state} />],
        [facts.reason, reason],
        [facts.waiting, rows(lag.readings)],
        [facts.behind, behind(lag.seconds)],
        [facts.lastFailure, failed],
        [facts.url, url],
        [facts.speaks, speaks],
        ...counted,
        [facts.droppedUnsent, droppedUnsent],
        [facts.droppedRejections, droppedRejections],
      ]}
    />
  );
}
