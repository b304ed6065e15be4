import type { DeviceConfiguration } from '../../device-configuration.js';
import { fieldsOf, headingOf, scaleOf, withUnit } from '../../fields.js';
import type { Reading } from '../../tags.js';
import { texts } from '../../texts/index.js';
import { canBeCalibrated, numberIn, saidOf, type Typed } from './configured.js';

const { form: said } = texts.sensors;
/** As the specification bounds it, in the gateway's unit. */
const MOST = 100_000;

interface Fields {
  readonly reading: Reading;
  readonly known: DeviceConfiguration;
  readonly typed: Typed;
  readonly onChange: (more: Partial<Typed>) => void;
}

/** What is added to each value, and what would come of it now. */
export function CalibrationFields({ reading, known: { calibration = {} }, typed, onChange }: Fields) {
  const { offsets } = typed;
  return (
    <details class="calibration" open={Object.keys(calibration).length > 0 || Object.keys(offsets).length > 0}>
      <summary>{said.calibration}</summary>
      <p>{said.calibrationHint}</p>
      <div class="device-fields">
        {fieldsOf(reading)
          .filter(canBeCalibrated)
          .map((field) => {
            const most = MOST * scaleOf(field);
            const text = offsets[field] ?? '';
            const tag = saidOf(reading, field) ?? 0;
            const offset = (numberIn(text) ?? 0) / scaleOf(field);
            const isTwoPoint = calibration[field]?.method === 'TWO_POINT';
            return (
              <label key={field}>
                {said.offset(headingOf(field))}
                <input
                  type="number"
                  step="any"
                  inputMode="decimal"
                  autocomplete="off"
                  min={-most}
                  max={most}
                  value={text}
                  onInput={({ currentTarget: { value } }) => onChange({ offsets: { [field]: value } })}
                />
                <span class="would-be">
                  {isTwoPoint && text === ''
                    ? said.twoPoint(texts.fields[field])
                    : said.wouldBe(withUnit(field, tag), withUnit(field, tag + offset))}
                </span>
              </label>
            );
          })}
      </div>
    </details>
  );
}
