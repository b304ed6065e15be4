import { useState } from 'preact/hooks';
import { access, answerOf } from '../../api.js';
import { dropDraft } from '../../drafts.js';
import { Problem, Shown, useAsked } from '../../parts/asked.js';
import { Button } from '../../parts/button.js';
import { useChanging } from '../../parts/changing.js';
import { Confirmed } from '../../parts/confirmed.js';
import { useSending } from '../../parts/sending.js';
import { hrefTo } from '../../route.js';
import { may } from '../../session.js';
import { type Tagged, taggedOf } from '../../tagged.js';
import { texts } from '../../texts/index.js';
import { detailsOf, draftOfTenant, fieldsOf, type Tenant } from './tenant-fields.js';
import { TenantForm } from './tenant-form.js';
import { Usage } from './usage.js';

export function OneTenant({ tenant }: { tenant: string }) {
  const read = () => taggedOf(access.GET('/tenants/{tenant}', { params: { path: { tenant } } }));
  const asked = useAsked(read, [tenant]);
  return (
    <>
      <p>
        <a href={hrefTo('clients')}>{texts.clients.all}</a>
      </p>
      <Shown asked={asked}>
        {(found) => (
          <>
            {may('access:write') && <ChangeTenant {...{ read: found, readAgain: read }} changed={asked.again} />}
            <Usage tenant={tenant} />
          </>
        )}
      </Shown>
    </>
  );
}

interface Changed {
  readonly read: Tagged<Tenant>;
  readonly readAgain: () => Promise<Tagged<Tenant>>;
  readonly changed: () => void;
}

/** What is granted to a tenant, to be changed; and its end. */
function ChangeTenant({ read, readAgain, changed }: Changed) {
  const { tenant } = read.value;
  const path = { tenant };
  const { fields, isSending, type, save, outcome } = useChanging({
    ...{ form: draftOfTenant(tenant), read, readAgain, fieldsOf, changed },
    send: (fields, { etag }) =>
      taggedOf(access.PUT('/tenants/{tenant}', { params: { path, header: { 'If-Match': etag } }, body: detailsOf(fields) })),
  });
  return (
    <section aria-labelledby="granted">
      <h2 id="granted">{texts.clients.granted}</h2>
      <TenantForm {...{ fields, isSending, isNew: false, action: texts.shell.save }} onChange={type} onSubmit={save} />
      {outcome}
      <Forget tenant={tenant} etag={read.etag} />
    </section>
  );
}

function Forget({ tenant, etag }: { tenant: string; etag: string }) {
  const { isSending, refused, send } = useSending();
  const [isAsked, setIsAsked] = useState(false);
  const { forget, forgetTenant } = texts.clients;
  const yes = () => {
    setIsAsked(false);
    const params = { path: { tenant }, header: { 'If-Match': etag } };
    void send(async () => {
      await answerOf(access.DELETE('/tenants/{tenant}', { params }));
      dropDraft(draftOfTenant(tenant));
      location.hash = hrefTo('clients');
    });
  };
  return (
    <>
      <Button class="danger" isOff={isSending} onClick={() => setIsAsked(true)}>
        {forget}
      </Button>
      {refused && <Problem refused={refused} />}
      {isAsked && <Confirmed question={forgetTenant(tenant)} action={forget} onYes={yes} onNo={() => setIsAsked(false)} />}
    </>
  );
}
