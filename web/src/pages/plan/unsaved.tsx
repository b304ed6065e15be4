import { Problem } from '../../parts/asked.js';
import { texts } from '../../texts/index.js';
import type { KnownDevice } from '../../use-devices.js';
import type { Arrangement } from './arrangement.js';
import { shownName } from './marker.js';

const said = texts.plan;

interface Arranged {
  readonly devices: readonly KnownDevice[];
  readonly arrangement: Arrangement;
}

/** Which devices stand where the gateway has not kept that they do, also after a look at another page. */
export function Unsaved({ devices, arrangement: { refused, isSending, unsaved, save } }: Arranged) {
  const left = devices.filter(({ deviceId }) => unsaved.includes(deviceId));
  return (
    <>
      {refused && <Problem refused={refused} />}
      {left.length > 0 && !isSending && (
        <div role="status">
          <p>{said.notSaved(left.map(shownName).join(', '))}</p>
          <button type="button" onClick={() => left.forEach(({ deviceId }) => save(deviceId))}>
            {said.saveAgain}
          </button>
        </div>
      )}
    </>
  );
}
