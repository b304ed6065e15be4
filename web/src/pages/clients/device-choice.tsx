import { registry } from '../../api.js';
import { Shown } from '../../parts/asked.js';
import { More, usePaged } from '../../parts/paged.js';
import { texts } from '../../texts/index.js';
import type { Devices } from './client-fields.js';

interface Choice {
  readonly devices: Devices;
  /** Whose it is to see them. */
  readonly of: 'client' | 'tenant';
  readonly onChange: (devices: Devices) => void;
}

/** Which devices are seen: all of them, or those that are marked. */
export function DeviceChoice({ devices, of, onChange }: Choice) {
  const { fields } = texts.clients;
  return (
    <fieldset>
      <legend>{fields.devices}</legend>
      <label class="option">
        <input type="checkbox" checked={devices === 'all'} onChange={() => onChange(devices === 'all' ? [] : 'all')} />{' '}
        {fields.allDevices[of]}
      </label>
      {devices !== 'all' && <Marked {...{ devices, onChange }} />}
    </fieldset>
  );
}

function Marked({ devices, onChange }: { devices: readonly string[]; onChange: (devices: readonly string[]) => void }) {
  const listed = usePaged((query) => registry.GET('/devices', { params: { query } }), []);
  const toggled = (deviceId: string) =>
    devices.includes(deviceId) ? devices.filter((one) => one !== deviceId) : [...devices, deviceId];
  return (
    <>
      <Shown asked={listed}>
        {(known) => (
          <div class="options devices">
            {known.length === 0 && devices.length === 0 && <p>{texts.clients.fields.noDevice}</p>}
            {/* one that is granted and not there now stays granted */}
            {[...new Set([...known.map(({ deviceId }) => deviceId), ...devices])].map((deviceId) => (
              <label key={deviceId} class="option">
                <input type="checkbox" checked={devices.includes(deviceId)} onChange={() => onChange(toggled(deviceId))} />{' '}
                {deviceId}
              </label>
            ))}
          </div>
        )}
      </Shown>
      <More of={listed} />
    </>
  );
}
