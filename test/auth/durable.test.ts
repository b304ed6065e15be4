import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { openStore } from '../../src/store/store.js';
import { tempDirectory } from '../temp-directory.js';
import { details, openIdentity } from './identity.js';

describe('Identity on disk', () => {
  it('is whole after a restart, and no secret or token stands in any file', async () => {
    using dir = tempDirectory();
    const first = await openStore({ dir: dir.path });
    const before = await openIdentity({ state: first.state });
    const { client, secret = '' } = await before.clients.create(details());
    const { token } = await before.tokens.issue(client, ['camera:read']);
    const published = before.keys.jwks();
    await before[Symbol.asyncDispose]();
    await first[Symbol.asyncDispose]();

    await using store = await openStore({ dir: dir.path });
    await using after = await openIdentity({ state: store.state, clock: before.clock });
    expect(after.keys.jwks()).toEqual(published);
    expect(await after.clients.authenticate(client.clientId, secret)).toEqual(client);
    expect(await after.tokens.verify(token)).toMatchObject({ client: client.clientId });
    for (const name of readdirSync(dir.path)) {
      const bytes = readFileSync(join(dir.path, name));
      expect(bytes.includes(secret)).toBe(false);
      expect(bytes.includes(token.slice(-86))).toBe(false);
    }
  });
});
