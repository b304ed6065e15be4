const AT_ONCE = 16;

/** How many services or subscriptions one application may have. */
const PER_APPLICATION = 100;

/** Does a task for 0 to `count` - 1, some at once, in order. */
export async function forEach(count: number, task: (n: number) => Promise<void>): Promise<void> {
  let next = 0;
  const work = async () => {
    while (next < count) await task(next++);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

/**
 * Posts a JSON text.
 *
 * @throws Error when it is not answered with 201
 */
export async function post(url: string, body: unknown): Promise<unknown> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (response.status !== 201) throw new Error(`POST ${url}: ${response.status} ${text}`);
  return text === '' ? undefined : JSON.parse(text);
}

/** @returns the identifiers of as many applications as it takes for `count` services or subscriptions */
export async function applicationsFor(url: string, count: number): Promise<readonly string[]> {
  const ids: string[] = [];
  await forEach(Math.ceil(count / PER_APPLICATION), async (n) => {
    const made = (await post(`${url}/registry/v1/applications`, { appName: `app-${n}` })) as { appInstanceId: string };
    ids.push(made.appInstanceId);
  });
  return ids;
}

/** Registers `service-0` and so on, `count` of them. */
export async function registerServices(url: string, apps: readonly string[], count: number): Promise<void> {
  await forEach(count, async (n) => {
    const app = apps[Math.floor(n / PER_APPLICATION)] ?? '';
    await post(`${url}/mec_service_mgmt/v1/applications/${app}/services`, serviceBody(`service-${n}`));
  });
}

/** Where the `n`th subscription is made. */
export function subscriptionsUrl(url: string, apps: readonly string[], n: number): string {
  return `${url}/mec_service_mgmt/v1/applications/${apps[Math.floor(n / PER_APPLICATION)] ?? ''}/subscriptions`;
}

export function serviceBody(serName: string): object {
  return {
    serName,
    version: '1.0',
    state: 'ACTIVE',
    serializer: 'JSON',
    transportInfo: {
      ...{ id: 'rest', name: 'REST', type: 'REST_HTTP', protocol: 'HTTP', version: '1.1', security: {} },
      endpoint: { uris: [`http://127.0.0.1:9000/${serName}`] },
    },
  };
}
