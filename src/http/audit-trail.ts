import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AuditLog } from '../audit/audit-log.js';
import type { AuditNote } from '../audit/entry.js';
import { isRead, isRefusal, mannerOf } from '../audit/manner.js';
import { anonymous, type Grant } from '../auth/grants.js';
import { Networks } from '../networks.js';
import type { Operation } from './api.js';
import { clientAddress } from './client-address.js';
import { clientOf } from './limits/client-of.js';
import { pathOf, plainlySpelt } from './target.js';

const nobody = new Networks([]);
const itself = (path: string) => path;

/**
 * What the audit log is told of requests. Of a request it takes the method, the path without its query, the address and who it was:
 * never a header, a query or a body, so that there is no secret to leave out.
 */
export class AuditTrail {
  /** Of which nobody has said yet what became of them. */
  private readonly open = new WeakSet<IncomingMessage>();

  /** @param meant the path of what a client means by one that means something else to others; the same, for most */
  constructor(
    private readonly log: Pick<AuditLog, 'record' | 'count' | 'recordHourly'>,
    private readonly meant: (path: string, grant: Grant) => string = itself,
  ) {}

  /** A request came of which nobody knows yet whether it is admitted; `ended` is to be told when it is over. */
  began(req: IncomingMessage): void {
    this.open.add(req);
  }

  /**
   * An operation was admitted and is about to be answered.
   *
   * @param client who it was, where the grant cannot say
   */
  answered(req: IncomingMessage, { operationId, method }: Operation, grant: Grant, status: number, client?: string): void {
    this.open.delete(req);
    const manner = mannerOf(operationId, method, status);
    if (manner === 'never') return;
    const said = noteOf(req, operationId, status, grant, client);
    const note = { ...said, target: this.meant(said.target, grant) };
    // what nobody let in does without end; a token that was given had a secret to show
    const isFutile = grant === anonymous && status >= 400;
    if (manner === 'each' && !isFutile) this.log.record(note);
    else if (manner === 'each' || manner === 'counted') this.log.count(withNeighbourhood(note));
    else this.log.recordHourly(manner === 'hourly' ? note : withoutTarget(note));
  }

  /** A request has ended; if nobody admitted it, it was refused, or a write that is not as its specification says. */
  ended(req: IncomingMessage, res: ServerResponse): void {
    if (!res.headersSent || !this.open.delete(req)) return;
    if (!isRefusal(res.statusCode) && isRead(req.method ?? '')) return;
    this.log.count(withNeighbourhood(noteOf(req, 'refused', res.statusCode)));
  }
}

function noteOf(
  req: IncomingMessage,
  what: string,
  outcome: number,
  grant: Grant = anonymous,
  client = grant === anonymous ? undefined : grant.client,
): AuditNote & { readonly from: string; readonly target: string } {
  // Express leaves of `url` only what is behind the base path
  const { originalUrl = req.url ?? '' } = req as IncomingMessage & { originalUrl?: string };
  const note = { what, target: plainlySpelt(pathOf(originalUrl)), from: clientAddress(req), outcome };
  if (client === undefined) return note;
  return grant.tenant === undefined ? { ...note, client } : { ...note, client, tenant: grant.tenant };
}

/** Whoever has a /64 of IPv6 could be counted as many. */
function withNeighbourhood(note: AuditNote & { readonly from: string }): AuditNote {
  return { ...note, from: clientOf(note.from, nobody).key };
}

function withoutTarget({ target: _target, ...note }: AuditNote): AuditNote {
  return note;
}
