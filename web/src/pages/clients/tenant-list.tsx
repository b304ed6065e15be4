import { useState } from 'preact/hooks';
import { access, answerOf } from '../../api.js';
import { draftOf, dropSent } from '../../drafts.js';
import { Problem, Shown } from '../../parts/asked.js';
import { More, usePaged } from '../../parts/paged.js';
import { useSending } from '../../parts/sending.js';
import { Table } from '../../parts/table.js';
import { may } from '../../session.js';
import { texts } from '../../texts/index.js';
import { detailsOf, EMPTY, QUOTA_NAMES, type Tenant, type TenantFields } from './tenant-fields.js';
import { TenantForm } from './tenant-form.js';
import { hrefToTenant } from './tenant-place.js';

const DRAFT = 'new-tenant';

export function TenantList() {
  const listed = usePaged((query) => access.GET('/tenants', { params: { query } }), []);
  return (
    <section aria-labelledby="tenants">
      <h2 id="tenants">{texts.clients.tenants}</h2>
      <Shown asked={listed}>{(tenants) => <TenantTable tenants={tenants} />}</Shown>
      <More of={listed} />
      {may('access:write') && <Make made={listed.again} />}
    </section>
  );
}

function TenantTable({ tenants }: { tenants: readonly Tenant[] }) {
  const { tenants: caption, tenantColumns: columns, noTenant: none, allDevices, devices: count } = texts.clients;
  return (
    <Table
      {...{ caption, columns, none, rows: tenants }}
      keyOf={({ tenant }) => tenant}
      cells={({ tenant, description, devices, quotas }) => [
        <a href={hrefToTenant(tenant)}>{tenant}</a>,
        description,
        devices === 'all' ? allDevices : count(devices.length),
        boundsOf(quotas),
      ]}
    />
  );
}

function boundsOf(quotas: Tenant['quotas'] = {}): string {
  const bounds = QUOTA_NAMES.flatMap((name) =>
    quotas[name] === undefined ? [] : `${texts.clients.quota[name]}: ${quotas[name]}`,
  );
  return bounds.join(', ');
}

function Make({ made }: { made: () => void }) {
  const draft = draftOf<TenantFields>(DRAFT, EMPTY);
  const { isSending, refused, send } = useSending();
  const [name, setName] = useState<string>();
  const make = () =>
    void send(async () => {
      const sent = draft.value;
      await answerOf(access.POST('/tenants', { body: { tenant: sent.tenant, ...detailsOf(sent) } }));
      dropSent(DRAFT, sent);
      setName(sent.tenant);
      made();
    });
  return (
    <>
      {name !== undefined && <p role="status">{texts.clients.made(name)}</p>}
      <details class="access-new">
        <summary>{texts.clients.makeTenant}</summary>
        <TenantForm
          {...{ fields: draft.value, isNew: true, isSending, action: texts.clients.make }}
          onChange={(fields) => (draft.value = fields)}
          onSubmit={make}
        />
        {refused && <Problem refused={refused} />}
      </details>
    </>
  );
}
