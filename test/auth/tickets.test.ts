import { describe, expect, it } from '@jest/globals';
import { OpenGrants } from '../../src/auth/grants.js';
import { Tickets } from '../../src/auth/tickets.js';
import { openIdentity, withToken } from './identity.js';

async function setUp(bounds: { most?: number; mostPerClient?: number } = {}) {
  const identity = await openIdentity();
  const { grants, clock } = identity;
  const tickets = new Tickets({ grants, clock, ...bounds });
  const { header, client, token } = await withToken(identity);
  const grant = await grants.admit(header, []);
  const use = (secret: string, shown: { path?: string; scopes?: string[]; certificate?: string } = {}) =>
    tickets.admit({ secret, path: '/events/v1', parameters: {}, scopes: ['camera:read'], ...shown });
  return { ...identity, identity, tickets, grant, use, client, token };
}

describe('A ticket', () => {
  it('lets in once, with the very grant that asked for it', async () => {
    const { tickets, grant, use } = await setUp();
    const { ticket, expires_in } = tickets.make(grant);
    expect([ticket.length, expires_in]).toEqual([43, 30]);
    expect(use(ticket)).toBe(grant);
    expect(() => use(ticket)).toThrow('the ticket was used');
  });

  it('ends after half a minute', async () => {
    const { tickets, grant, use, clock } = await setUp();
    const [early, late] = [tickets.make(grant).ticket, tickets.make(grant).ticket];
    await clock.advance(29_999);
    expect(use(early)).toBe(grant);
    await clock.advance(1);
    expect(() => use(late)).toThrow('the ticket');
    expect(tickets.size).toBe(0);
  });

  it.each(['', 'x', 'A'.repeat(43), 'undefined'])('that nobody gave lets nobody in: %p', async (secret) => {
    const { use } = await setUp();
    expect(() => use(secret)).toThrow(expect.objectContaining({ code: 'unauthorized' }));
  });

  it('is good for no more than its token is', async () => {
    const { tickets, grant, use } = await setUp();
    expect(() => use(tickets.make(grant).ticket, { scopes: ['camera:write'] })).toThrow(
      expect.objectContaining({ code: 'forbidden', scopes: ['camera:write'] }),
    );
  });

  it('is good for its path alone, and is used up by another', async () => {
    const { tickets, grant, use } = await setUp();
    const { ticket } = tickets.make(grant, '/events/v1');
    expect(() => use(ticket, { path: '/elsewhere' })).toThrow('something else');
    expect(() => use(ticket)).toThrow('the ticket was used');
    expect(use(tickets.make(grant, '/events/v1').ticket)).toBe(grant);
  });

  it('ends with its token and with its client', async () => {
    const { tickets, grant, use, tokens, token, client, clients, grants, identity } = await setUp();
    const { ticket } = tickets.make(grant);
    await tokens.revoke(token, client.clientId);
    expect(() => use(ticket)).toThrow('the ticket');
    const other = await withToken(identity, { appInstanceIds: [] });
    const another = tickets.make(await grants.admit(other.header, [])).ticket;
    await clients.disable(other.client.clientId);
    expect(() => use(another)).toThrow('the ticket');
  });

  it('takes the certificate that its token takes', async () => {
    const { tickets, use, tokens, client, grants } = await setUp();
    const { token } = await tokens.issue(client, ['camera:read'], { certificate: 'print' });
    const bound = await grants.admit(`Bearer ${token}`, [], 'print');
    expect(() => use(tickets.make(bound).ticket)).toThrow('the ticket');
    expect(use(tickets.make(bound).ticket, { certificate: 'print' })).toBe(bound);
  });

  it('is one of few that wait, of one client and of all', async () => {
    const few = await setUp({ mostPerClient: 2 });
    few.tickets.make(few.grant);
    await few.clock.advance(10_000);
    few.tickets.make(few.grant);
    expect(() => few.tickets.make(few.grant)).toThrow(expect.objectContaining({ code: 'tooManyRequests', retryAfterMs: 20_000 }));
    await few.clock.advance(20_000);
    few.tickets.make(few.grant);
    const all = await setUp({ most: 1 });
    all.tickets.make(all.grant);
    const other = await new OpenGrants().admit();
    expect(() => all.tickets.make(other)).toThrow('too many');
  });
});
