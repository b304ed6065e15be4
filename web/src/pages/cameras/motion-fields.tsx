import { texts } from '../../texts/index.js';
import { Amount } from './amount.js';
import { type Configuration, USUAL_MOTION } from './places.js';

const { configuration: words } = texts.cameras;

interface MotionFieldsProps {
  readonly shown: Configuration;
  readonly change: (next: Configuration) => void;
}

/** Whether motion is looked for, and what is taken for it. */
export function MotionFields({ shown, change }: MotionFieldsProps) {
  const { motion } = shown;
  // what is recorded when something moves is of motion, and goes with it
  const turn = (isOn: boolean) =>
    change(isOn ? { ...shown, motion: USUAL_MOTION } : { ...shown, motion: undefined, recording: undefined });
  return (
    <fieldset>
      <legend>{words.motion}</legend>
      <label class="check">
        <input type="checkbox" checked={motion !== undefined} onChange={({ currentTarget: { checked } }) => turn(checked)} />
        {words.lookForMotion}
      </label>
      <p class="hint">{motion ? (motion.zones ? words.inZones : words.everywhere) : words.notLookedFor}</p>
      {motion && (
        <div class="amounts">
          <Amount
            label={words.sensitivity}
            range={{ min: 1, max: 100, step: 1 }}
            value={motion.sensitivity}
            onChange={(sensitivity) => change({ ...shown, motion: { ...motion, sensitivity } })}
          />
          <Amount
            label={words.minimumArea}
            range={{ min: 0.1, max: 100, step: 0.01 }}
            value={Number((motion.minimumArea * 100).toFixed(2))}
            onChange={(hundredths) =>
              change({ ...shown, motion: { ...motion, minimumArea: Number((hundredths / 100).toFixed(4)) } })
            }
          />
          <Amount
            label={words.coolDownS}
            range={{ min: 0, max: 3600, step: 1 }}
            value={motion.coolDownS}
            onChange={(coolDownS) => change({ ...shown, motion: { ...motion, coolDownS } })}
          />
        </div>
      )}
    </fieldset>
  );
}
