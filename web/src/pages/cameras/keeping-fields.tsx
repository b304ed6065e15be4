import type { components } from '../../../../generated/camera.js';
import { texts } from '../../texts/index.js';
import { Amount } from './amount.js';
import type { Configuration } from './places.js';

const { configuration: words } = texts.cameras;
type Recording = components['schemas']['MotionRecording'];
const KINDS = ['CLIP', 'STILL'] as const satisfies readonly Recording['kind'][];
const USUAL: Recording = { kind: 'CLIP', preRollS: 5, postRollS: 5, maxS: 60 };
const DAY_S = 86_400;

interface KeepingFieldsProps {
  readonly shown: Configuration;
  readonly change: (next: Configuration) => void;
}

/** What is recorded without being asked for each time. */
export function KeepingFields({ shown, change }: KeepingFieldsProps) {
  const { recording, motion, timeLapse } = shown;
  const keep = (value: string) => {
    const kind = KINDS.find((one) => one === value);
    change({ ...shown, recording: kind && { ...(recording ?? USUAL), kind } });
  };
  const lapse = (everyS: number) => change({ ...shown, timeLapse: everyS > 0 ? { everyS } : undefined });
  return (
    <fieldset>
      <legend>{words.keeping}</legend>
      <div class="amounts">
        <label>
          {words.whenItMoves}
          <select value={recording?.kind ?? ''} disabled={!motion} onChange={({ currentTarget: { value } }) => keep(value)}>
            <option value="">{words.nothing}</option>
            {KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {texts.cameras.recordings.kinds[kind]}
              </option>
            ))}
          </select>
        </label>
        <Amount label={words.timeLapse} range={{ min: 0, max: DAY_S, step: 1 }} value={timeLapse?.everyS ?? 0} onChange={lapse} />
      </div>
    </fieldset>
  );
}
