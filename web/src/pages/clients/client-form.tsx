import { access, answerOf, platform } from '../../api.js';
import { Shown, useAsked } from '../../parts/asked.js';
import { Button } from '../../parts/button.js';
import { texts } from '../../texts/index.js';
import { type ClientFields, type Grant, ROLES, type Role } from './client-fields.js';
import { DeviceChoice } from './device-choice.js';

interface Filled {
  readonly fields: ClientFields;
  readonly isNew: boolean;
  /** Whether it cannot be sent now. */
  readonly isOff: boolean;
  /** What the button says that sends it. */
  readonly action: string;
  readonly onChange: (fields: ClientFields) => void;
  readonly onSubmit: () => void;
}

type Input = { currentTarget: HTMLInputElement | HTMLTextAreaElement };

/** What a client is and may do. */
export function ClientForm({ fields, isNew, isOff, action, onChange, onSubmit }: Filled) {
  const { fields: names } = texts.clients;
  const change = (changed: Partial<ClientFields>) => onChange({ ...fields, ...changed });
  const { kind, role, scopes } = fields.grant;
  const grant = (changed: Partial<Grant>) => change({ grant: { ...fields.grant, ...changed } });
  const submit = (event: Event) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form class="access-form" autocomplete="off" onSubmit={submit}>
      <label>
        {names.name}
        <input
          required
          maxLength={128}
          value={fields.name}
          onInput={({ currentTarget: { value } }: Input) => change({ name: value })}
        />
      </label>
      {isNew && (
        <label>
          {names.clientId}
          <input
            {...{ maxLength: 64, pattern: '[A-Za-z0-9][A-Za-z0-9._\\-]*', value: fields.clientId }}
            onInput={({ currentTarget: { value } }: Input) => change({ clientId: value })}
          />
        </label>
      )}
      <TenantField tenant={fields.tenant} onChange={(tenant) => change({ tenant })} />
      <fieldset>
        <legend>{names.kind}</legend>
        {(['PROGRAM', 'PERSON'] as const).map((one) => (
          <label key={one} class="option">
            <input type="radio" name="kind" checked={kind === one} onChange={() => grant({ kind: one })} /> {names[one]}
          </label>
        ))}
      </fieldset>
      {kind === 'PERSON' ? (
        <RoleField role={role} onChange={(role) => grant({ role })} />
      ) : (
        <Scopes scopes={scopes} onChange={(scopes) => grant({ scopes })} />
      )}
      <DeviceChoice {...{ devices: fields.devices, of: 'client' }} onChange={(devices) => change({ devices })} />
      <label>
        {names.appInstanceIds}
        <textarea
          {...{ rows: 2, value: fields.appInstanceIds }}
          onInput={({ currentTarget: { value } }: Input) => change({ appInstanceIds: value })}
        />
      </label>
      {!isNew && (
        <label class="option">
          <input type="checkbox" checked={fields.disabled} onChange={() => change({ disabled: !fields.disabled })} />{' '}
          {names.disabled}
        </label>
      )}
      <Button type="submit" isOff={isOff}>
        {action}
      </Button>
    </form>
  );
}

function TenantField({ tenant, onChange }: { tenant: string; onChange: (tenant: string) => void }) {
  const asked = useAsked(() => answerOf(access.GET('/tenants')), []);
  // until they are known, and where there are more than come at once, the one that it has
  const known = new Set([...(asked.value ?? []).map((one) => one.tenant), tenant]);
  return (
    <label>
      {texts.clients.fields.tenant}
      <select value={tenant} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
        {[...known].map((one) => (
          <option key={one}>{one}</option>
        ))}
      </select>
    </label>
  );
}

function RoleField({ role, onChange }: { role: Role; onChange: (role: Role) => void }) {
  return (
    <label>
      {texts.clients.fields.role}
      <select value={role} onChange={({ currentTarget }) => onChange(currentTarget.value as Role)}>
        {ROLES.map((one) => (
          <option key={one}>{one}</option>
        ))}
      </select>
    </label>
  );
}

function Scopes({ scopes, onChange }: { scopes: readonly string[]; onChange: (scopes: readonly string[]) => void }) {
  const asked = useAsked(() => answerOf(platform.GET('/.well-known/oauth-authorization-server')), []);
  const toggled = (scope: string) => (scopes.includes(scope) ? scopes.filter((one) => one !== scope) : [...scopes, scope]);
  return (
    <fieldset>
      <legend>{texts.clients.fields.scopes}</legend>
      <Shown asked={asked}>
        {({ scopes_supported: every }) => (
          <div class="options">
            {[...new Set([...every, ...scopes])].sort().map((scope) => (
              <div key={scope}>
                <label class="option">
                  <input
                    type="checkbox"
                    checked={scopes.includes(scope)}
                    aria-describedby={`scope-${scope}`}
                    onChange={() => onChange(toggled(scope))}
                  />{' '}
                  {scope}
                </label>
                <div id={`scope-${scope}`} class="faint">
                  {texts.clients.scopes[scope]}
                </div>
              </div>
            ))}
          </div>
        )}
      </Shown>
    </fieldset>
  );
}
