import './number-input.css';
import { useRef, useState } from 'preact/hooks';

interface NumberInputProps {
  readonly min: number;
  readonly max: number;
  readonly step: number;
  readonly value: number;
  readonly 'aria-label'?: string;
  readonly onChange: (value: number) => void;
}

/** What stands in the field while somebody types, and afterwards where it may not stand there. */
interface Typed {
  readonly text: string;
  /** Once the field is left: what it would have changed, and why it has not, in the words of the browser. */
  readonly left?: { readonly value: number; readonly why: string };
}

/**
 * A number to be typed. Each that may stand there is taken; with what may not, it is as it was when somebody came to the field or pressed
 * Enter in it, and that stays there and is marked until it is put right, or the number is changed elsewhere.
 */
export function NumberInput({ value, onChange, ...more }: NumberInputProps) {
  const [typed, setTyped] = useState<Typed>();
  const before = useRef(value);
  const take = ({ value: text, valueAsNumber, validity: { valid } }: HTMLInputElement) => {
    setTyped({ text });
    // nor is it what was typed on the way to what may not stand there
    onChange(valid ? valueAsNumber : before.current);
  };
  const settle = ({ valueAsNumber, validity: { valid } }: HTMLInputElement) => {
    if (valid) before.current = valueAsNumber;
  };
  const leave = ({ value: text, validity: { valid }, validationMessage: why }: HTMLInputElement) =>
    setTyped(valid ? undefined : { text, left: { value, why } });
  const isElsewhere = typed?.left !== undefined && typed.left.value !== value;
  const { text = value, left } = (isElsewhere ? undefined : typed) ?? {};
  return (
    <input
      {...more}
      type="number"
      required
      value={text}
      aria-invalid={left !== undefined}
      title={left?.why}
      onFocus={() => (before.current = value)}
      onChange={({ currentTarget }) => settle(currentTarget)}
      onInput={({ currentTarget }) => take(currentTarget)}
      onBlur={({ currentTarget }) => leave(currentTarget)}
    />
  );
}
