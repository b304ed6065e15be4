import { useState } from 'preact/hooks';

interface NumberInputProps {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly value: number;
  readonly 'aria-label'?: string;
  readonly onChange: (value: number) => void;
}

/** A number to be typed. Each that may stand there is taken; what is typed stays as it is until the field is left. */
export function NumberInput({ value, onChange, ...more }: NumberInputProps) {
  const [typed, setTyped] = useState<string>();
  const take = (input: HTMLInputElement) => {
    setTyped(input.value);
    if (input.validity.valid) onChange(input.valueAsNumber);
  };
  return (
    <input
      {...more}
      type="number"
      required
      value={typed ?? value}
      onInput={({ currentTarget }) => take(currentTarget)}
      onBlur={() => setTyped(undefined)}
    />
  );
}
