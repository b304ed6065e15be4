import { NumberInput } from '../../parts/number-input.js';

interface AmountProps {
  readonly label: string;
  readonly range: { readonly min: number; readonly max: number; readonly step: number };
  readonly value: number;
  readonly onChange: (value: number) => void;
}

/** A number with its name. */
export function Amount({ label, range, value, onChange }: AmountProps) {
  return (
    <label>
      {label}
      <NumberInput {...range} value={value} onChange={onChange} />
    </label>
  );
}
