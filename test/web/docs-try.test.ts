import { readFile } from 'node:fs/promises';
import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { isJson, operationsOf } from '../../src/http/api-pages/example-call.js';
import { followed, membersOf } from '../../src/http/api-pages/sample.js';
import type { Document } from '../../src/http/document.js';
import type { JsonObject } from '../../src/json.js';
import { type Known, receiverToken } from '../apis/examples.js';
import { startFurnished } from '../apis/furnished.js';
import { answered, openedPages, REFUSED } from './api-pages.js';
import { LOOKS } from './harness.js';
import { atGateway } from './in-browser.js';

const [, PHONE] = LOOKS;
/** Characters of an answer that a page has at most: with more it would not scroll meanwhile. */
const MOST_SHOWN = 100_000;

let known: Known;
const start = async () => {
  const furnished = await startFurnished();
  known = furnished.known;
  return furnished.gateway;
};

atGateway('Who tries an operation', start, (own) => {
  const opened = (hash: string, tolerated?: RegExp) => openedPages(own, { hash, look: PHONE, tolerated });

  it.each([
    { format: 'png', width: 40 },
    { format: 'jpeg', width: 50 },
    { format: 'webp', width: 60 },
  ] as const)('sends the bytes of a picture of $format, as what it is', async ({ format, width }) => {
    await using visit = await opened('#Plan_PUT');
    const { page } = visit;
    const buffer = await picture(format, width);
    await page.getByLabel('Body (').setInputFiles({ name: `plan.${format}`, mimeType: `image/${format}`, buffer });
    expect(await page.getByLabel('Content-Type').inputValue()).toBe(`image/${format}`);
    await visit.expectAccessible();
    const [sent] = await Promise.all([page.waitForRequest('**/plan'), answered(page)]);
    expect(sent.headers()['content-type']).toBe(`image/${format}`);
    const plan = await (await own.gateway.get('/registry/v1/plan')).arrayBuffer();
    expect((await sharp(plan).metadata()).width).toBe(width);
    visit.expectNoFaults();
  });

  it('says what a file is whose name does not say it', async () => {
    await using visit = await opened('#Plan_PUT');
    const { page } = visit;
    const buffer = await picture('webp', 40);
    await page.getByLabel('Body (').setInputFiles({ name: 'plan', mimeType: 'application/octet-stream', buffer });
    await page.getByLabel('Content-Type').selectOption('image/webp');
    expect(await answered(page)).toBe('200 OK');
    await visit.goTo('#Inferences_POST');
    await page.getByLabel('picture (').setInputFiles({ name: 'a', mimeType: '', buffer });
    await page.getByLabel('picture: what it is').selectOption('image/webp');
    const [sent] = await Promise.all([page.waitForRequest('**/inferences'), answered(page)]);
    expect(sent.headers()['content-type']).toMatch(/^multipart\/form-data; boundary=/);
    visit.expectNoFaults();
  });

  it('is told what is wrong with a picture that is too large', async () => {
    await using visit = await opened('#Plan_PUT', REFUSED);
    const { page } = visit;
    const buffer = Buffer.concat([await picture('jpeg', 40), Buffer.alloc(12_000_000)]);
    await page.getByLabel('Body (').setInputFiles({ name: 'plan.jpg', mimeType: 'image/jpeg', buffer });
    expect(await answered(page)).toBe('413 Payload Too Large');
    visit.expectNoFaults();
  });

  it('finds a field for everything that is no JSON', async () => {
    await using visit = await opened('');
    const document = await own.gateway.json<Document>('/openapi/umec.json');
    const bodies = operationsOf(document).flatMap(({ object }) => {
      const { content = {} } = followed(document, object.requestBody);
      const [[type, media] = ['', {}]] = Object.entries(content as Readonly<Record<string, JsonObject>>);
      const names = Object.keys(membersOf(document, followed(document, media.schema)).properties);
      return type === '' || isJson(type) ? [] : [{ operationId: object.operationId, names: names.length > 0 ? names : ['Body'] }];
    });
    expect(bodies.map(({ operationId }) => operationId).sort()).toEqual([
      ...['Inferences_POST', 'Plan_PUT', 'TokenRevocation_POST', 'Token_POST'],
    ]);
    for (const { operationId, names } of bodies) {
      await visit.goTo(`#${operationId}`);
      for (const name of names) await visit.page.getByLabel(new RegExp(`^${name}( \\(|$)`)).waitFor();
    }
    visit.expectNoFaults();
  });

  it('says who brings something where no token is asked for', async () => {
    await using visit = await opened('#ReceiverAdvertisements_POST', REFUSED);
    const { page } = visit;
    await page.getByText("it shows the radio's own").waitFor();
    await page.getByLabel('receiverId (path)').fill('attic');
    expect(await answered(page)).toBe('401 Unauthorized');
    await page.getByLabel('Authorization').fill(`Bearer ${receiverToken}`);
    expect(await answered(page)).toBe('200 OK');
    await visit.expectAccessible();
    visit.expectNoFaults();
  });

  it('patches with either media type that is taken', async () => {
    await using visit = await opened('#ServiceLiveness_PATCH');
    const { page } = visit;
    await page.getByLabel('appInstanceId (path)').fill(known.app);
    await page.getByLabel('serviceId (path)').fill(known.service);
    await page.getByLabel('Content-Type').selectOption('application/merge-patch+json');
    const [sent, status] = await Promise.all([page.waitForRequest('**/liveness'), answered(page)]);
    expect([status, sent.headers()['content-type']]).toEqual(['204 No Content', 'application/merge-patch+json']);
    visit.expectNoFaults();
  });

  it('gives several values where a list is taken, as the specification has it', async () => {
    await using visit = await opened('#Readings_GET', REFUSED);
    const { page } = visit;
    await page.getByLabel('measurement (query)').fill('people');
    await page.getByLabel('tag (query), one a line').fill('gate=north\n\nwhere=a, b & c\n');
    expect(await asked(page)).toBe('?measurement=people&tag=gate%3Dnorth&tag=where%3Da%2C%20b%20%26%20c');

    await visit.goTo('#TagReadings_GET');
    await page.getByLabel('mac (path)').fill(known.mac);
    await page.getByLabel('fields (query), one a line').fill('temperature\nhumidity');
    expect(await asked(page)).toBe('?fields=temperature,humidity');
    await visit.expectAccessible();

    await visit.goTo('#Tags_GET');
    await page.getByLabel('all_fields (query)').check();
    expect(await asked(page)).toBe('?all_fields=');

    await visit.goTo('#CameraSnapshot_GET');
    await page.getByLabel('region (query), one a line').fill('pct:0,0,50,50\nsquare');
    await page.getByLabel('grey (query)').selectOption('true');
    await page.getByLabel('format (query)').selectOption('PNG');
    expect(await asked(page)).toBe('?region=pct%3A0%2C0%2C50%2C50&region=square&grey=true&format=PNG');
    expect((await saved(page)).name).toBe('answer.mime');
    visit.expectNoFaults();
  });

  it('is offered the ETag of what was answered, and may leave it out', async () => {
    await using visit = await opened('#LineConfiguration_PUT', REFUSED);
    const { page } = visit;
    const condition = page.getByLabel('If-Match (header)');
    const offer = page.getByRole('button', { name: 'If-Match: take ' });
    const ofLine = (lineId: string) => page.getByLabel('lineId (path)').fill(lineId);
    await ofLine('17');
    await condition.waitFor();
    expect(await offer.count()).toBe(0);

    await visit.goTo('#LineConfiguration_GET');
    await ofLine('17');
    expect(await answered(page)).toBe('200 OK');
    await visit.goTo('#LineConfiguration_PUT');
    expect(await condition.inputValue()).toBe('');
    await ofLine('22');
    expect(await offer.count()).toBe(0);
    await ofLine('17');
    await visit.expectAccessible();
    await offer.click();
    expect(await page.locator('input:focus').inputValue()).toMatch(/^".+"$/);
    expect(await offer.count()).toBe(0);
    expect(await answered(page)).toBe('200 OK');
    // what it is now is another
    const body = page.getByLabel('Body (');
    await body.fill((await body.inputValue()).replace('PULL_UP', 'PULL_DOWN'));
    expect(await answered(page)).toBe('200 OK');
    expect(await answered(page)).toBe('412 Precondition Failed');
    await offer.click();
    expect(await answered(page)).toBe('200 OK');
    await condition.fill('');
    expect(await answered(page)).toBe('200 OK');
    visit.expectNoFaults();
  });

  it('is offered the ETag of what was made, until it is gone', async () => {
    await using visit = await opened('#Tenants_POST');
    const { page } = visit;
    await page.getByLabel('Body (').fill('{ "tenant": "docs", "devices": "all" }');
    expect(await answered(page)).toBe('201 Created');
    await visit.goTo('#TenantsTenant_DELETE');
    await page.getByLabel('tenant (path)').fill('docs');
    const offer = page.getByRole('button', { name: 'If-Match: take ' });
    await offer.click();
    expect(await answered(page)).toBe('204 No Content');
    await page.getByLabel('If-Match (header)').fill('');
    expect(await offer.count()).toBe(0);
    visit.expectNoFaults();
  });

  it('reads an answer in the type that is wanted, and saves it', async () => {
    await using visit = await opened('#TagReadings_GET', REFUSED);
    const { page } = visit;
    await page.getByLabel('mac (path)').fill(known.mac);
    for (const [type, name, start] of [
      ['text/csv', 'answer.csv', 'time,mac,'],
      ['application/x-ndjson', 'answer.ndjson', '{"time":'],
      ['application/json', 'answer.json', '[{"time":'],
    ] as const) {
      await page.getByLabel('Answered as').selectOption(type);
      expect(await answered(page)).toBe('200 OK');
      const file = await saved(page);
      expect([file.name, file.bytes.toString('utf8', 0, start.length)]).toEqual([name, start]);
    }
    await visit.goTo('#CameraRecordingContent_GET');
    await page.getByLabel('recordingId (path)').fill(known.recording);
    expect(await answered(page)).toBe('200 OK');
    await page.getByRole('img', { name: 'The picture that was answered' }).waitFor();
    const content = await own.gateway.get(`/camera/v1/cameras/lens-1/recordings/${known.recording}/content`);
    const file = await saved(page);
    expect(file.name).toBe('answer.jpeg');
    expect(file.bytes.equals(Buffer.from(await content.arrayBuffer()))).toBe(true);
    await page.getByRole('button', { name: 'If-None-Match: take ' }).click();
    expect(await answered(page)).toBe('304 Not Modified');
    visit.expectNoFaults();
  });

  it('shows the beginning of megabytes as they came, has all of them to be saved, and is told what cannot be shown', async () => {
    await using visit = await opened('#CameraSnapshot_GET');
    const { page } = visit;
    let answer: { readonly contentType: string; readonly body: string | Buffer };
    await page.route('**/snapshot', (route) => route.fulfill(answer));
    const sent = async (contentType: string, body: string | Buffer) => {
      answer = { contentType, body };
      expect(await answered(page)).toBe('200 OK');
      // an expectation would look at each of the bytes
      expect((await saved(page)).bytes.equals(Buffer.from(body))).toBe(true);
    };
    for (const [type, start] of [
      ['application/json', '[{"n":1},{"n":1},'],
      ['text/plain', 'all on one line all on one line '],
    ] as const) {
      await sent(type, start.repeat(1_000_000));
      const text = (await page.getByRole('group', { name: 'Answers' }).textContent()) ?? '';
      expect([text.slice(0, start.length), text.slice(MOST_SHOWN)]).toEqual([start, '\n… and more: save it to see all of it']);
    }
    await sent('video/x-msvideo', Buffer.alloc(20_000_000, 'x'));
    await sent(
      'image/png',
      await sharp({ create: { width: 7000, height: 3000, channels: 3, background: 'red' } })
        .png()
        .toBuffer(),
    );
    expect(await page.evaluate("['width', 'height'].map((side) => document.querySelector('canvas')[side])")).toEqual([2048, 878]);
    await sent('image/jpeg', 'no picture');
    await page.getByText('This browser cannot show this picture.').waitFor();
    visit.expectNoFaults();
  });

  it('sends once, however often it is asked before it is answered', async () => {
    await using visit = await opened('#Readings_POST');
    const { page } = visit;
    let count = 0;
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/readings', async (route) => {
      count += 1;
      await held;
      await route.continue();
    });
    const send = page.getByRole('button', { name: 'Send' });
    await send.click();
    await send.click();
    await page.getByRole('status', { name: 'Answers' }).getByText('Sending …').waitFor();
    release();
    await page.getByText('204 No Content').first().waitFor();
    expect(count).toBe(1);
    visit.expectNoFaults();
  });
});

const picture = (format: 'png' | 'jpeg' | 'webp', width: number): Promise<Buffer> =>
  sharp({ create: { width, height: 30, channels: 3, background: 'teal' } })
    .toFormat(format)
    .toBuffer();

/** Sends what stands in the form, which is answered well. @returns the query of the address that was asked for */
async function asked(page: Page): Promise<string> {
  const [request, status] = await Promise.all([page.waitForRequest(() => true), answered(page)]);
  expect(status).toBe('200 OK');
  return new URL(request.url()).search;
}

/** What somebody has who saves the answer. */
async function saved(page: Page): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: /^Save \d+ bytes/ }).click(),
  ]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}
