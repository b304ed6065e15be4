/** To whom something may be shown: whoever fits all that is given. */
export interface Audience {
  /** This tenant alone; absent: every one. */
  readonly tenant?: string;
  /** Who may see this device. */
  readonly deviceId?: string;
}
