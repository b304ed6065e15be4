import { expect, it } from '@jest/globals';
import { atticOnly, hear, YARD } from './attic.js';
import { atGateway } from './in-browser.js';

const settings = {
  ...atticOnly,
  // so that it is late after 2.5 s
  sensors: { silentAfterMs: 10_000 },
};

interface Tag {
  readonly reason?: string;
}

atGateway('A tag that falls silent', settings, (own) => {
  it('is late, then given up, then live again in the panel, which is told and asks for none of it', async () => {
    await using visit = await own.visit({ role: 'viewer' });
    const { page } = visit;
    page.setDefaultTimeout(12_000);
    const yard = page.getByRole('article', { name: YARD });
    await hear(own.gateway, YARD, { temperature: 21.5 });
    await yard.getByText(/ live$/).waitFor();
    const asked: string[] = [];
    page.on('request', (one) => one.url().endsWith('/sensors/v1/tags') && asked.push(one.url()));
    await yard.getByText(/ late$/).waitFor();
    await yard.getByText('nothing heard for 3 s').waitFor();
    await yard.getByText(/ offline$/).waitFor();
    await yard.getByText('is its battery good?').waitFor();
    await hear(own.gateway, YARD, { temperature: 22.5 });
    await yard.getByText(/ live$/).waitFor();
    expect(await yard.innerText()).not.toContain('nothing heard');
    expect(asked).toEqual([]);
    visit.expectNoFaults();
  });

  it('is late for who comes later too', async () => {
    await hear(own.gateway, YARD, { temperature: 23.5 });
    await using visit = await own.visit({ role: 'viewer' });
    const yard = visit.page.getByRole('article', { name: YARD });
    await yard.getByText(/ late$/).waitFor();
    visit.expectNoFaults();
  });

  it('is late although an answer says otherwise that was given before', async () => {
    await using visit = await own.visit({ role: 'viewer' });
    const { page } = visit;
    page.setDefaultTimeout(12_000);
    const late = new Promise<void>((resolve) =>
      page.on('websocket', (socket) =>
        socket.on('framereceived', ({ payload }) => {
          if (String(payload).includes('"presence":"LATE"')) resolve();
        }),
      ),
    );
    await page.route('**/sensors/v1/tags', async (route) => {
      const before = (await (await route.fetch()).json()) as Tag[];
      await late;
      await route.fulfill({ json: before.map(({ reason: _gone, ...tag }) => ({ ...tag, presence: 'ONLINE' })) });
    });
    await page.reload();
    await page.getByRole('status').getByText('live', { exact: true }).waitFor();
    await hear(own.gateway, YARD, { temperature: 24.5 });
    await page
      .getByRole('article', { name: YARD })
      .getByText(/ late$/)
      .waitFor();
    visit.expectNoFaults();
  });
});
