import { readToken } from '../outgoing/small-file.js';

/** What a member of the street shows to its registry. */
export interface Pass {
  /**
   * @returns the value of `Authorization`
   * @throws Failure `later`, or GatewayError `unavailable`, when there is none
   */
  authorization(signal: AbortSignal): Promise<string>;
  /** The registry takes it no more. */
  forget(): void;
}

/** A token of somebody whom the registry trusts, a cluster for one, who renews the file that it lies in. */
export class FilePass implements Pass {
  constructor(private readonly path: string) {}

  async authorization(): Promise<string> {
    return `Bearer ${await readToken(this.path)}`;
  }

  forget(): void {
    // the file is read for each question
  }
}
