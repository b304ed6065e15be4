import { access } from '../../api.js';
import { useChanging } from '../../parts/changing.js';
import { type Tagged, taggedOf } from '../../tagged.js';
import { texts } from '../../texts/index.js';
import { changedClientOf, type Client, draftOfClient, fieldsOf } from './client-fields.js';
import { ClientForm } from './client-form.js';

/** What a client may do, to be changed. */
export function ChangeClient({ client, changed }: { client: Tagged<Client>; changed: () => void }) {
  const { clientId } = client.value;
  const { fields, isSending, type, save, outcome } = useChanging({
    ...{ form: draftOfClient(clientId), read: client, fieldsOf, changed },
    send: (fields, ifMatch) =>
      taggedOf(
        access.PUT('/clients/{clientId}', {
          params: { path: { clientId }, header: { 'If-Match': ifMatch } },
          body: changedClientOf(fields, client.value),
        }),
      ),
  });
  return (
    <section aria-labelledby="change">
      <h2 id="change">{texts.clients.change}</h2>
      <ClientForm {...{ fields, isSending, isNew: false, action: texts.shell.save }} onChange={type} onSubmit={save} />
      {outcome}
    </section>
  );
}
