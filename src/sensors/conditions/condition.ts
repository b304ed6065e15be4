import type { components } from '../../../generated/sensors.js';
import type { Immutable } from '../../immutable.js';
import type { Change } from '../../registry/state.js';

type Schemas = Immutable<components['schemas']>;

/** Which condition of which tags is wanted. */
export type ConditionCriteria = Schemas['ConditionCriteria'];
/** What a tag can enter and leave. */
export type Condition = Schemas['Condition'];
export type ThresholdCondition = Schemas['ThresholdCondition'];
export type SilenceCondition = Schemas['SilenceCondition'];
export type RateCondition = Schemas['RateCondition'];
/** What a reading has a number of, derived or not. */
export type NumericField = Schemas['NumericField'];

/** A tag has entered a condition that a subscriber has asked for, or has left it. */
export interface ConditionChange {
  readonly subscriptionId: string;
  /** upper case with colons */
  readonly mac: string;
  readonly name?: string;
  readonly change: 'ENTERED' | 'LEFT';
  readonly condition: Condition;
  /** Of the field; of RATE its change per minute; of SILENCE absent. */
  readonly value?: number;
  /** When it happened; ms since the epoch. */
  readonly time: number;
  /** Since when it is so, or was; ms since the epoch. */
  readonly since: number;
}

/** Tells of a change; returns at once. @param kept what is to be kept in the same commit */
export type TellCondition = (change: ConditionChange, kept: readonly Change[]) => void;
