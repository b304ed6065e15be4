import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { service } from '../bodies.js';
import { TestGateway } from '../gateway.js';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await TestGateway.start({ devices: {} });
  await gateway.application('app-1');
});
afterAll(() => gateway.stop());

describe('An address in a body', () => {
  const offer = (href: string) =>
    gateway.send('POST', '/mec_service_mgmt/v1/applications/app-1/services', {
      ...service,
      serCategory: { href, id: 'vision', name: 'vision', version: '1' },
    });

  it.each(['http://[', '{category}', '%zz', 'x^y', '<a>'])('that is none, %s, is refused', async (href) => {
    const response = await offer(href);
    expect([response.status, await response.text()]).toEqual([400, expect.stringContaining('href must match format')]);
  });

  it.each(['http://[::1]:8080/a?b#c', '/categories/vision', 'category', ''])('that is one, %j, is given back', async (href) => {
    const response = await offer(href);
    expect(response.status).toBe(201);
    expect(await response.json()).toMatchObject({ serCategory: { href } });
  });
});
