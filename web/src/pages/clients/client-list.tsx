import { useState } from 'preact/hooks';
import { access, answerOf } from '../../api.js';
import { draftOf, dropSent } from '../../drafts.js';
import { Problem, Shown } from '../../parts/asked.js';
import { More, usePaged } from '../../parts/paged.js';
import { useSending } from '../../parts/sending.js';
import { Table } from '../../parts/table.js';
import { hrefTo } from '../../route.js';
import { may } from '../../session.js';
import { texts } from '../../texts/index.js';
import { type Client, type ClientFields, EMPTY, HOST, newClientOf } from './client-fields.js';
import { ClientForm } from './client-form.js';
import { type Given, Secret } from './secret.js';
import { hrefToTenant } from './tenant-place.js';

const DRAFT = 'new-client';

export function ClientList() {
  const listed = usePaged((query) => access.GET('/clients', { params: { query } }), []);
  return (
    <section aria-labelledby="clients">
      <h2 id="clients">{texts.clients.clients}</h2>
      <Shown asked={listed}>{(clients) => <ClientTable clients={clients} />}</Shown>
      <More of={listed} />
      {may('access:write') && <Register registered={listed.again} />}
    </section>
  );
}

function ClientTable({ clients }: { clients: readonly Client[] }) {
  const { clients: caption, columns, none, enabled, disabled: isDisabled, nothing } = texts.clients;
  return (
    <Table
      {...{ caption, columns, none, rows: clients }}
      keyOf={({ clientId }) => clientId}
      cells={({ clientId, name, tenant = HOST, role, scopes = [], disabled }) => [
        <a href={hrefTo('clients', clientId)}>{name}</a>,
        clientId,
        <a href={hrefToTenant(tenant)}>{tenant}</a>,
        role ?? (scopes.join(', ') || nothing),
        disabled ? isDisabled : enabled,
      ]}
    />
  );
}

function Register({ registered }: { registered: () => void }) {
  const draft = draftOf<ClientFields>(DRAFT, EMPTY);
  const { isSending, refused, send } = useSending();
  // here and nowhere else: it goes when the page does
  const [given, setGiven] = useState<Given>();
  const [name, setName] = useState<string>();
  const register = () =>
    void send(async () => {
      const sent = draft.value;
      const { clientId, clientSecret, name } = await answerOf(access.POST('/clients', { body: newClientOf(sent) }));
      dropSent(DRAFT, sent);
      setName(name);
      setGiven(clientSecret === undefined ? undefined : { clientId, clientSecret });
      registered();
    });
  return (
    <>
      {name !== undefined && <p role="status">{texts.clients.registered(name)}</p>}
      {given && <Secret {...given} onKept={() => setGiven(undefined)} />}
      <details class="access-new">
        <summary>{texts.clients.register}</summary>
        <ClientForm
          {...{ fields: draft.value, isNew: true, isOff: isSending || given !== undefined, action: texts.clients.register }}
          onChange={(fields) => (draft.value = fields)}
          onSubmit={register}
        />
        {given && <p>{texts.clients.keepFirst}</p>}
        {refused && <Problem refused={refused} />}
      </details>
    </>
  );
}
