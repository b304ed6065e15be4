import { access } from '../../api.js';
import { useChanging } from '../../parts/changing.js';
import { type Tagged, taggedOf } from '../../tagged.js';
import { texts } from '../../texts/index.js';
import { changedClientOf, type Client, draftOfClient, fieldsOf } from './client-fields.js';
import { ClientForm } from './client-form.js';

interface Changed {
  readonly client: Tagged<Client>;
  readonly readAgain: () => Promise<Tagged<Client>>;
  readonly changed: () => void;
}

/** What a client may do, to be changed. */
export function ChangeClient({ client, readAgain, changed }: Changed) {
  const { clientId } = client.value;
  const { fields, isSending, type, save, outcome } = useChanging({
    ...{ form: draftOfClient(clientId), read: client, readAgain, fieldsOf, changed },
    send: (fields, over) =>
      taggedOf(
        access.PUT('/clients/{clientId}', {
          params: { path: { clientId }, header: { 'If-Match': over.etag } },
          body: changedClientOf(fields, over.value),
        }),
      ),
  });
  return (
    <section aria-labelledby="change">
      <h2 id="change">{texts.clients.change}</h2>
      <ClientForm {...{ fields, isOff: isSending, isNew: false, action: texts.shell.save }} onChange={type} onSubmit={save} />
      {outcome}
    </section>
  );
}
