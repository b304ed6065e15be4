import { derive } from '../sensors/derived.js';
import { tagNameOf, type TagReading } from '../sensors/tag-reading.js';

/** What is said of a tag: RuuviBridge's names, with which dashboards and automations exist. */
export type TagState = Readonly<Record<string, string | number | boolean>>;

/** Where one gateway says what its tags say. */
export interface Topics {
  /** `online` or `offline`: whether the gateway says anything at all. */
  readonly availability: string;
  state(mac: string): string;
}

/** @param prefix `umec` → `umec/<gateway>/CBB8334C884F` */
export function topicsOf(prefix: string, gateway: string): Topics {
  return {
    availability: `${prefix}/${gateway}/availability`,
    state: (mac) => `${prefix}/${gateway}/${tagNameOf(mac)}`,
  };
}

/** @returns units as those of the API; `timestamp` in s since the epoch */
export function stateOf(reading: TagReading): TagState {
  const { mac, name, time, calibrating, measured: _measured, adjustment: _adjustment, ...others } = reading;
  const state: Record<string, string | number | boolean> = { mac };
  if (name !== undefined) state.name = name;
  state.timestamp = Math.floor(time / 1000);
  if (calibrating !== undefined) state.calibrationInProgress = calibrating;
  const fields: Readonly<Record<string, string | number | undefined>> = { ...others, ...derive(reading) };
  for (const [field, value] of Object.entries(fields)) if (value !== undefined) state[field] = value;
  return state;
}
