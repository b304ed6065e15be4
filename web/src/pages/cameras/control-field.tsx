import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { texts } from '../../texts/index.js';
import type { Control } from './controls-state.js';

const { controls: words } = texts.cameras;
/** What a hand can tell apart on a slider; more is typed. */
const MOST_STEPS = 1000;

interface FieldProps {
  readonly control: Control;
  readonly isFixed: boolean;
  readonly onSet: (value: number) => void;
}

/** One control, in the form that its type asks for. */
export function ControlField({ control, isFixed, onSet }: FieldProps) {
  const { type, isReadOnly, isInactive } = control;
  const of = { control, isFixed: isFixed || isReadOnly || isInactive, onSet };
  if (type === 'BUTTON') return <PressField {...of} />;
  if (type === 'BOOLEAN') return <SwitchField {...of} />;
  if (type === 'MENU') return <MenuField {...of} />;
  if (type === 'BITMASK') return <BitsField {...of} />;
  return <NumberField {...of} />;
}

/** What it does is the camera's matter, whatever it is called. */
function PressField({ control, isFixed, onSet }: FieldProps) {
  return (
    <div class="control">
      <button type="button" aria-describedby={idOf(control)} disabled={isFixed} onClick={() => onSet(1)}>
        {control.name}
      </button>
      <small id={idOf(control)}>{words.press}</small>
    </div>
  );
}

function SwitchField({ control, isFixed, onSet }: FieldProps) {
  return (
    <label class="check">
      <input
        type="checkbox"
        role="switch"
        disabled={isFixed}
        checked={control.value === 1}
        onChange={({ currentTarget: { checked } }) => onSet(checked ? 1 : 0)}
      />
      {control.name} <Why control={control} />
    </label>
  );
}

function MenuField({ control, isFixed, onSet }: FieldProps) {
  return (
    <Labelled control={control}>
      <select
        id={idOf(control)}
        disabled={isFixed}
        value={control.value}
        onChange={({ currentTarget: { value } }) => onSet(Number(value))}
      >
        {(control.menu ?? []).map(({ value, name }) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

function NumberField({ control, isFixed, onSet }: FieldProps) {
  const { min, max, step, value } = control;
  const type = (max - min) / Math.max(step, 1) <= MOST_STEPS ? 'range' : 'number';
  const [typed, setTyped] = useState<string>();
  const take = (input: HTMLInputElement) => {
    setTyped(undefined);
    if (input.validity.valid && input.value !== '') onSet(input.valueAsNumber);
  };
  return (
    <Labelled control={control} shown={type === 'range' ? (typed ?? value) : undefined}>
      <input
        id={idOf(control)}
        {...{ type, min, max, step: Math.max(step, 1) }}
        disabled={isFixed}
        value={typed ?? value}
        onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        onChange={({ currentTarget }) => take(currentTarget)}
      />
    </Labelled>
  );
}

/** A switch for each bit that may be set. */
function BitsField({ control: { name, max, value = 0 }, isFixed, onSet }: FieldProps) {
  const bits = Array.from({ length: 32 }, (_, bit) => 2 ** bit).filter((weight) => isSet(max, weight));
  return (
    <fieldset>
      <legend>{name}</legend>
      {bits.map((weight) => (
        <label key={weight} class="check">
          <input
            type="checkbox"
            disabled={isFixed}
            checked={isSet(value, weight)}
            onChange={({ currentTarget: { checked } }) => onSet(checked ? value + weight : value - weight)}
          />
          {words.bit(Math.log2(weight))}
        </label>
      ))}
    </fieldset>
  );
}

/** Of 32 bits, whose uppermost is no sign. */
const isSet = (bits: number, weight: number): boolean => Math.floor((bits >>> 0) / weight) % 2 === 1;

interface LabelledProps {
  readonly control: Control;
  readonly shown?: number | string | undefined;
  readonly children: ComponentChildren;
}

/** What a control is called, and beside it, what stands on a slider. */
function Labelled({ control, shown, children }: LabelledProps) {
  return (
    <div class="control">
      <label for={idOf(control)}>
        {control.name} <Why control={control} />
      </label>
      {shown !== undefined && <output for={idOf(control)}>{shown}</output>}
      {children}
    </div>
  );
}

const idOf = ({ controlId }: Control): string => `control-${controlId}`;

/** Why it cannot be set now. */
function Why({ control: { isReadOnly, isInactive } }: { control: Control }) {
  if (!isReadOnly && !isInactive) return null;
  return <small>{isInactive ? words.inactive : words.readOnly}</small>;
}
