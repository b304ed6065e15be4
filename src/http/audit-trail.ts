import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AuditLog } from '../audit/audit-log.js';
import type { AuditNote } from '../audit/entry.js';
import { isRead, isRefusal, mannerOf } from '../audit/manner.js';
import { anonymous, type Grant } from '../auth/grants.js';
import { Networks } from '../networks.js';
import type { Operation } from './api.js';
import { clientAddress } from './client-address.js';
import { clientOf } from './limits/client-of.js';

const nobody = new Networks([]);

/**
 * What the audit log is told of requests. Of a request it takes the method, the path without its query, the address and who it was:
 * never a header, a query or a body, so that there is no secret to leave out.
 */
export class AuditTrail {
  private readonly told = new WeakSet<IncomingMessage>();

  constructor(private readonly log: Pick<AuditLog, 'record' | 'count' | 'recordHourly'>) {}

  /**
   * An operation was admitted and is about to be answered; what then goes wrong on the way to the client changes
   * nothing.
   *
   * @param client who it was, where the grant cannot say
   */
  answered(req: IncomingMessage, { operationId, method }: Operation, grant: Grant, status: number, client?: string): void {
    const manner = mannerOf(operationId, method, status);
    if (manner === 'never' || this.told.has(req)) return;
    this.told.add(req);
    const note = { ...this.noteOf(req, operationId, status), ...whoIs(grant), ...(client === undefined ? {} : { client }) };
    // what nobody let in does without end; a token that was given had a secret to show
    const isFutile = grant === anonymous && status >= 400;
    if (manner === 'each' && !isFutile) this.log.record(note);
    else if (manner === 'each' || manner === 'counted') this.log.count(withNeighbourhood(note));
    else this.log.recordHourly(manner === 'hourly' ? note : withoutTarget(note));
  }

  /** A request has ended; if nobody admitted it, it was refused, or a write that is not as its specification says. */
  ended(req: IncomingMessage, res: ServerResponse): void {
    if (!res.headersSent || this.told.has(req)) return;
    if (!isRefusal(res.statusCode) && isRead(req.method ?? '')) return;
    this.log.count(withNeighbourhood(this.noteOf(req, 'refused', res.statusCode)));
  }

  private noteOf(req: IncomingMessage, what: string, outcome: number): AuditNote & { readonly from: string } {
    // Express leaves of `url` only what is behind the base path
    const { originalUrl = req.url ?? '' } = req as IncomingMessage & { originalUrl?: string };
    const [target = ''] = originalUrl.split('?', 1);
    return { what, target, from: clientAddress(req), outcome };
  }
}

function whoIs(grant: Grant): Pick<AuditNote, 'client' | 'tenant'> {
  if (grant === anonymous) return {};
  return { client: grant.client, ...(grant.tenant === undefined ? {} : { tenant: grant.tenant }) };
}

/** Whoever has a /64 of IPv6 could be counted as many. */
function withNeighbourhood(note: AuditNote & { readonly from: string }): AuditNote {
  return { ...note, from: clientOf(note.from, nobody).key };
}

function withoutTarget({ target: _target, ...note }: AuditNote): AuditNote {
  return note;
}
