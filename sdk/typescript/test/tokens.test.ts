import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { connect, ok, Problem } from 'umec-client';
import { credentials, url } from './gateway.js';

/** Counts what is asked for. */
function counting() {
  const asked = { count: 0 };
  const fetch: typeof globalThis.fetch = (...args) => {
    asked.count++;
    return globalThis.fetch(...args);
  };
  return { asked, fetch };
}

describe('A token', () => {
  it('is asked for once, however many wait for it', async () => {
    const { asked, fetch } = counting();
    const tokens = credentials({ fetch });
    const all = await Promise.all(Array.from({ length: 20 }, () => tokens.token()));
    assert.equal(asked.count, 1);
    assert.equal(new Set(all).size, 1);
  });

  it('comes to the others when one does not wait any more', async () => {
    const { asked, fetch } = counting();
    const tokens = credentials({ fetch });
    const stop = new AbortController();
    const impatient = tokens.token(undefined, stop.signal);
    const patient = tokens.token();
    stop.abort();
    await assert.rejects(impatient, { name: 'AbortError' });
    assert.match(await patient, /./);
    await tokens.token();
    assert.equal(asked.count, 1);
  });

  it('is kept until shortly before it ends', async () => {
    let now = 0;
    const { asked, fetch } = counting();
    const tokens = credentials({ fetch, now: () => now });
    const { expires_in: expiresIn } = await tokens.response();
    now = expiresIn * 1000 * 0.89;
    await tokens.token();
    assert.equal(asked.count, 1);
    now = expiresIn * 1000 * 0.91;
    await tokens.token();
    assert.equal(asked.count, 2);
  });

  it('that was revoked is replaced, and what was sent with it is sent again, body and all', async () => {
    const { asked, fetch } = counting();
    const tokens = credentials({ fetch });
    const { api } = connect({ url, token: tokens });
    const [line] = (await ok(api.GET('/gpio/v1/lines'))).data.filter(({ direction }) => direction === 'OUTPUT');
    const path = { lineId: line?.lineId ?? '' };
    await revoke(await tokens.token());
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => ok(api.PUT('/gpio/v1/lines/{lineId}/value', { params: { path }, body: { value: 1 } }))),
    );
    assert.deepEqual(new Set(answers.map(({ data }) => data.value)), new Set([1]));
    assert.equal(asked.count, 2);
  });

  it('that cannot be replaced is the Problem that the gateway says', async () => {
    const { api } = connect({ url, token: 'none' });
    await assert.rejects(ok(api.GET('/sensors/v1/tags')), (thrown) => thrown instanceof Problem && thrown.status === 401);
    const unknown = connect({ url, token: credentials({ clientSecret: 'a guess' }) });
    await assert.rejects(
      ok(unknown.api.GET('/sensors/v1/tags')),
      (thrown) => thrown instanceof Problem && thrown.status === 401 && thrown.title === 'invalid_client',
    );
  });
});

async function revoke(token: string): Promise<void> {
  const { UMEC_CLIENT_ID: id = '', UMEC_CLIENT_SECRET: secret = '' } = process.env;
  const response = await fetch(`${url}/oauth2/revoke`, {
    method: 'POST',
    headers: { Authorization: `Basic ${btoa(`${id}:${secret}`)}` },
    body: new URLSearchParams({ token }),
  });
  assert.equal(response.status, 200);
}
