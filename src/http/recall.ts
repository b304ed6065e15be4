import type { IncomingMessage, ServerResponse } from 'node:http';
import { anonymous, type Grant, type Grants } from '../auth/grants.js';
import { Recent } from '../auth/recent.js';
import type { Admitted, Answer } from './answer.js';
import type { Operation } from './api.js';
import { certificateOf } from './certificate-of.js';

/** Addresses that are remembered under one grant. */
const MOST_URLS = 64;
/** Longer ones, in characters, are of many parameters, and seldom asked twice. */
const LONGEST_URL = 512;

interface Remembered {
  readonly operation: Operation;
  readonly admitted: Admitted;
}

/**
 * Answers again what was admitted before. It decides nothing: no route, schema or scope is known here, only that this very address
 * was let in under this very grant, by a specification that looks at nothing else.
 *
 * What is remembered hangs on the grant. So it ends with the token, the client and what that may do, one client cannot push out
 * what is remembered of another, and different scopes never meet.
 */
export class Recall {
  // of this object alone: the grant of those who need no token is the same in all of a process
  private readonly known = new WeakMap<Grant, Recent<string, Remembered>>();

  constructor(
    private readonly grants: Pick<Grants, 'find'>,
    private readonly answerNow: Answer,
  ) {}

  /** How many addresses are remembered under a grant. */
  sizeUnder(grant: Grant): number {
    return this.known.get(grant)?.size ?? 0;
  }

  /** Answers what was admitted only now, and remembers it if it may come again. */
  readonly answer: Answer = (operation, admitted, req, res) => {
    this.remember(operation, admitted, req);
    return this.answerNow(operation, admitted, req, res);
  };

  /** Answers what is remembered, and says whether it was. A memory that is lost costs time and nothing else. */
  answersAgain(req: IncomingMessage, res: ServerResponse): boolean {
    const remembered = req.method === 'GET' ? this.find(req) : undefined;
    if (!remembered) return false;
    void this.answerNow(remembered.operation, remembered.admitted, req, res);
    return true;
  }

  private find(req: IncomingMessage): Remembered | undefined {
    const { url = '', headers } = req;
    if (url.length > LONGEST_URL) return undefined;
    const grant = this.grants.find(headers.authorization, certificateOf(req));
    return (grant && this.known.get(grant)?.get(url)) ?? this.known.get(anonymous)?.get(url);
  }

  private remember(operation: Operation, admitted: Admitted, req: IncomingMessage & { originalUrl?: string }): void {
    // Express cuts what it has seen already off `url`
    const { originalUrl: url = req.url ?? '', headers } = req;
    if (!operation.isRepeatable || url.length > LONGEST_URL) return;
    // whatever else has let it in, such as a ticket in its address, need not do so again
    const { grant } = admitted;
    if (grant !== (operation.isOpen ? anonymous : this.grants.find(headers.authorization, certificateOf(req)))) return;
    let urls = this.known.get(grant);
    if (!urls) this.known.set(grant, (urls = new Recent(MOST_URLS)));
    urls.set(url, { operation, admitted });
  }
}
