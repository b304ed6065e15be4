import type { components } from '../../../../generated/registry.js';
import { answerOf, registry } from '../../api.js';
import { Shown, useAsked } from '../../parts/asked.js';
import { useEvery } from '../../parts/every.js';
import { State } from '../../parts/state.js';
import { Table } from '../../parts/table.js';
import { hrefTo } from '../../route.js';
import { texts } from '../../texts/index.js';
import './destinations.css';
import { OneDestination } from './one-destination.js';

type Schemas = components['schemas'];

const AGAIN_MS = 5_000;

/** Where readings go: the databases, a broker, the registry of a street; or one of the databases. */
export function Destinations({ about }: { about: string | undefined }) {
  return about === undefined ? <AllDestinations /> : <OneDestination destinationId={about} />;
}

function AllDestinations() {
  const databases = useAsked(() => answerOf(registry.GET('/destinations')), []);
  const subsystems = useAsked(() => answerOf(registry.GET('/subsystems')), []);
  useEvery(AGAIN_MS, () => {
    databases.anew();
    subsystems.anew();
  });
  return (
    <>
      <section aria-labelledby="databases">
        <h2 id="databases">{texts.destinations.databases}</h2>
        <Shown asked={databases}>{(found) => <Databases found={found} />}</Shown>
      </section>
      <section aria-labelledby="others">
        <h2 id="others">{texts.destinations.others}</h2>
        <Shown asked={subsystems}>{(found) => <Others found={found} />}</Shown>
      </section>
    </>
  );
}

function Databases({ found }: { found: readonly Schemas['Destination'][] }) {
  const { databases, columns, noDatabase, rows, behind } = texts.destinations;
  return (
    <Table
      {...{ caption: databases, columns, none: noDatabase, rows: found }}
      keyOf={({ destinationId }) => destinationId}
      cells={({ destinationId, state, reason, lag, counters, rejections }) => [
        <a href={hrefTo('destinations', destinationId)}>{destinationId}</a>,
        <>
          <State state={state} /> {reason}
        </>,
        rows(lag.readings),
        behind(lag.seconds),
        counters.stored,
        counters.failures,
        rejections,
      ]}
    />
  );
}

const isOther = ({ name }: Schemas['Subsystem']): boolean => name in texts.destinations.otherNames;

/** What is told elsewhere as it happens, and nothing of which waits here. */
function Others({ found }: { found: readonly Schemas['Subsystem'][] }) {
  const { others, otherColumns: columns, otherNames, noOther } = texts.destinations;
  return (
    <Table
      {...{ caption: others, columns, none: noOther, rows: found.filter(isOther) }}
      keyOf={({ name }) => name}
      cells={({ name, state, reason, counters }) => [
        otherNames[name as keyof typeof otherNames],
        <State state={state} />,
        reason,
        Object.entries(counters)
          .map(([counter, count]) => `${counter} ${count}`)
          .join(', '),
      ]}
    />
  );
}
