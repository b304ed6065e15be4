import { useState } from 'preact/hooks';
import { access } from '../../api.js';
import { Shown, useAsked } from '../../parts/asked.js';
import { Facts } from '../../parts/facts.js';
import { Moment } from '../../parts/moment.js';
import { hrefTo } from '../../route.js';
import { may } from '../../session.js';
import { taggedOf } from '../../tagged.js';
import { texts } from '../../texts/index.js';
import { ChangeClient } from './change-client.js';
import { ClientEnds } from './client-ends.js';
import type { Client } from './client-fields.js';
import { type Given, Secret } from './secret.js';
import { Usage } from './usage.js';

export function OneClient({ clientId }: { clientId: string }) {
  const read = () => taggedOf(access.GET('/clients/{clientId}', { params: { path: { clientId } } }));
  const asked = useAsked(read, [clientId]);
  const [given, setGiven] = useState<Given>();
  return (
    <>
      <p>
        <a href={hrefTo('clients')}>{texts.clients.all}</a>
      </p>
      <Shown asked={asked}>
        {(client) => (
          <>
            <What {...client.value} />
            {given && <Secret key={given.clientSecret} {...given} onKept={() => setGiven(undefined)} />}
            {may('access:write') && <ChangeClient {...{ client, readAgain: read }} changed={asked.again} />}
            {may('access:write') && <ClientEnds {...{ client, onGiven: setGiven }} changed={asked.again} />}
            <Usage client={clientId} />
          </>
        )}
      </Shown>
    </>
  );
}

function What({ clientId, created, keys, certificateBound }: Client) {
  const { facts, keys: signsIn, bound } = texts.clients;
  return (
    <Facts
      of={[
        [facts.client, clientId],
        [facts.created, <Moment time={created} />],
        [facts.keys, keys && signsIn(keys.map(({ kid }) => kid).join(', '))],
        [facts.certificateBound, certificateBound ? bound : undefined],
      ]}
    />
  );
}
