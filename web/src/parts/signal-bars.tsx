import './signal-bars.css';
import { texts } from '../texts/index.js';

/** dBm from which there is another bar. */
const STEPS = [-95, -85, -75, -65] as const;

/** How strong a tag is heard. @param rssi dBm */
export function SignalBars({ rssi }: { rssi: number }) {
  return (
    <span class="signal">
      <span class="bars" aria-hidden="true">
        {STEPS.map((step) => (
          <i key={step} class={rssi >= step ? 'on' : ''} />
        ))}
      </span>
      <span class="hidden">{texts.fields.rssi} </span>
      {rssi} dBm
    </span>
  );
}
