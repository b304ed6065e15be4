import { OneClient } from './one-client.js';
import { OneTenant } from './one-tenant.js';
import { ClientList } from './client-list.js';
import { TenantList } from './tenant-list.js';
import { Usage } from './usage.js';
import { tenantIn } from './tenant-place.js';
import './clients.css';

/** Who may do what: clients, the tenants that they belong to, and what they have used; or one of them. */
export function Clients({ about }: { about: string | undefined }) {
  if (about === undefined)
    return (
      <>
        <ClientList />
        <TenantList />
        <Usage />
      </>
    );
  const tenant = tenantIn(about);
  return tenant === undefined ? <OneClient clientId={about} /> : <OneTenant tenant={tenant} />;
}
