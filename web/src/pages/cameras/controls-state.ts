import { useEffect, useState } from 'preact/hooks';
import type { components } from '../../../../generated/camera.js';
import { answerOf, camera } from '../../api.js';
import { type Asked, useAsked } from '../../parts/asked.js';
import { useSending } from '../../parts/sending.js';
import type { Refused } from '../../refused.js';
import { ask } from '../../session.js';

export type Control = components['schemas']['Control'];
type Values = Readonly<Record<string, number>>;

interface ControlsState {
  readonly asked: Asked<unknown>;
  /** With what somebody has just asked for, until the camera says what it has made of it. */
  readonly controls: readonly Control[];
  readonly isSending: boolean;
  readonly refused?: Refused;
  readonly set: (controlId: string, value: number) => void;
  readonly reset: () => void;
}

/** What can be set at a camera, and is set: one request at a time, with all that was asked for since the one before. */
export function useControls(cameraId: string): ControlsState {
  const params = { path: { cameraId } };
  const asked = useAsked(() => answerOf(camera.GET('/cameras/{cameraId}/controls', { params, fetch: ask })), [cameraId]);
  const [answered, setAnswered] = useState<readonly Control[]>([]);
  const [wanted, setWanted] = useState<Values>({});
  const { isSending, refused, send } = useSending();
  useEffect(() => setAnswered(asked.value ?? []), [asked.value]);
  const put = async (values: Values) => {
    const now = await answerOf(camera.PUT('/cameras/{cameraId}/controls', { params, body: values }));
    setAnswered(now);
    return now;
  };
  const done = async (action: () => Promise<unknown>) => {
    // what was not taken is shown as it is, and so is what changed with it
    if (!(await send(action))) asked.again();
  };
  useEffect(() => {
    if (isSending || Object.keys(wanted).length === 0) return;
    // taken or not, it is asked for once
    void done(() => put(wanted).finally(() => setWanted((now) => withoutThose(now, wanted))));
  }, [wanted, isSending]);
  return {
    asked,
    controls: answered.map((control) => ({ ...control, value: wanted[control.controlId] ?? control.value })),
    isSending,
    refused,
    set: (controlId, value) => setWanted((now) => ({ ...now, [controlId]: value })),
    reset: () => void done(() => resetAll(answered, put)),
  };
}

function withoutThose(values: Values, those: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([controlId, value]) => those[controlId] !== value));
}

/** Values first, then what decides over them, then what that has let go. */
async function resetAll(controls: readonly Control[], put: (values: Values) => Promise<readonly Control[]>): Promise<void> {
  let now = controls;
  for (const isTurn of [isValue, isDecider, isValue]) {
    const due = now.filter((control) => isTurn(control) && isAstray(control));
    if (due.length > 0) now = await put(Object.fromEntries(due.map(({ controlId, default: usual }) => [controlId, usual])));
  }
}

const isValue = ({ type }: Control): boolean => type === 'INTEGER' || type === 'BITMASK';
const isDecider = ({ type }: Control): boolean => type === 'BOOLEAN' || type === 'MENU';
const isAstray = ({ value, default: usual, isReadOnly, isInactive }: Control): boolean =>
  value !== undefined && value !== usual && !isReadOnly && !isInactive;
