import { Button } from '../../parts/button.js';
import { texts } from '../../texts/index.js';
import { DeviceChoice } from './device-choice.js';
import { type Quota, QUOTA_NAMES, QUOTAS, type TenantFields } from './tenant-fields.js';

interface Filled {
  readonly fields: TenantFields;
  readonly isNew: boolean;
  readonly isSending: boolean;
  /** What the button says that sends it. */
  readonly action: string;
  readonly onChange: (fields: TenantFields) => void;
  readonly onSubmit: () => void;
}

type Input = { currentTarget: HTMLInputElement };

/** What a tenant is, and what is granted to it. */
export function TenantForm({ fields, isNew, isSending, action, onChange, onSubmit }: Filled) {
  const change = (changed: Partial<TenantFields>) => onChange({ ...fields, ...changed });
  const submit = (event: Event) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form class="access-form" autocomplete="off" onSubmit={submit}>
      {isNew && (
        <label>
          {texts.clients.tenantName}
          <input
            {...{ required: true, maxLength: 128, pattern: '[A-Za-z0-9][A-Za-z0-9._:\\-]*', value: fields.tenant }}
            onInput={({ currentTarget: { value } }: Input) => change({ tenant: value })}
          />
        </label>
      )}
      <label>
        {texts.clients.description}
        <input
          {...{ maxLength: 256, value: fields.description }}
          onInput={({ currentTarget: { value } }: Input) => change({ description: value })}
        />
      </label>
      <DeviceChoice {...{ devices: fields.devices, of: 'tenant' }} onChange={(devices) => change({ devices })} />
      <fieldset>
        <legend>{texts.clients.quotas}</legend>
        <div class="options">
          {QUOTA_NAMES.map((quota) => (
            <Bound key={quota} {...{ quota, value: fields[quota] ?? '' }} onChange={(value) => change({ [quota]: value })} />
          ))}
        </div>
      </fieldset>
      <Button type="submit" isOff={isSending}>
        {action}
      </Button>
    </form>
  );
}

function Bound({ quota, value, onChange }: { quota: Quota; value: string; onChange: (value: string) => void }) {
  return (
    <label>
      {texts.clients.quota[quota]}
      <input
        type="number"
        {...QUOTAS[quota]}
        value={value}
        onInput={({ currentTarget }: Input) => onChange(currentTarget.value)}
      />
    </label>
  );
}
