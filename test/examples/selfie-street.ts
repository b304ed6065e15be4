import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ModelServer, modelServiceAt } from '../camera/inference/model-server.js';
import { PLACE } from '../camera/inference/street.js';
import { TestGateway } from '../gateway.js';
import { NetworkCamera } from './selfie-camera.js';
import { Shell } from './shell.js';

const SCOPES = ['mec_app_support:write', 'mec_service_mgmt:read', 'mec_service_mgmt:write', 'camera:read'];
const SERVICES = '/mec_service_mgmt/v1/applications/models/services';

interface Entry {
  readonly what: string;
  readonly outcome: number;
}

/** A gateway with a camera and a classifier that has learnt what it says, and examples/selfie. */
export class SelfieStreet implements AsyncDisposable {
  private constructor(
    readonly gateway: TestGateway,
    readonly camera: NetworkCamera,
    readonly models: ModelServer,
    readonly selfie: Shell,
    readonly appInstanceId: string,
    /** Where the page is. */
    readonly url: string,
    readonly clientSecret: string,
  ) {}

  /** @param labels what the classes of the classifier are called */
  static async open(jpeg: Uint8Array, labels: readonly string[]): Promise<SelfieStreet> {
    const camera = await NetworkCamera.open(jpeg);
    const gateway = await TestGateway.start({
      auth: { mode: 'tokens' },
      http: { maxBodyBytes: 262_144 },
      devices: { cameras: { 'lens-1': camera.settings } },
    });
    const models = await ModelServer.start();
    await gateway.application('models');
    await offer(gateway, models);
    const clientSecret = await registeredClient(gateway);
    const file = join(gateway.dir, 'classifier.json');
    const request = { service: { serName: 'street-models' }, model: 'street', labels, frame: { region: PLACE } };
    writeFileSync(file, JSON.stringify(request));
    const selfie = new Shell('exec node examples/selfie/selfie.js', {
      ...{ UMEC_URL: gateway.url, UMEC_CLIENT_ID: 'selfie', UMEC_CLIENT_SECRET: clientSecret },
      ...{ SELFIE_PORT: '0', SELFIE_CLASSIFIER: file },
    });
    const { appInstanceId, url } = await selfie.until('ready');
    return new SelfieStreet(gateway, camera, models, selfie, String(appInstanceId), String(url), clientSecret);
  }

  offerClassifier(): Promise<void> {
    return offer(this.gateway, this.models);
  }

  async takeClassifierAway(): Promise<void> {
    for (const { serInstanceId } of await this.gateway.json<{ serInstanceId: string }[]>(SERVICES))
      await this.gateway.get(`${SERVICES}/${serInstanceId}`, { method: 'DELETE' });
  }

  applications(): Promise<{ appInstanceId: string; appName: string; state: string }[]> {
    return this.gateway.json('/registry/v1/applications');
  }

  /** What selfie changed, with the HTTP status. */
  async writes(): Promise<string[]> {
    const entries = await this.gateway.json<Entry[]>('/access/v1/audit?client=selfie&limit=1000');
    return entries.map(({ what, outcome }) => `${what} ${outcome}`);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.selfie[Symbol.asyncDispose]();
    await this.gateway.stop();
    await this.models[Symbol.asyncDispose]();
    this.camera[Symbol.dispose]();
  }
}

async function offer(gateway: TestGateway, { uri }: ModelServer): Promise<void> {
  const response = await gateway.send('POST', SERVICES, modelServiceAt(uri));
  if (response.status !== 201) throw new Error(await response.text());
}

async function registeredClient(gateway: TestGateway): Promise<string> {
  const registered = await gateway.send('POST', '/access/v1/clients', { clientId: 'selfie', name: 'selfie', scopes: SCOPES });
  if (registered.status !== 201) throw new Error(await registered.text());
  return ((await registered.json()) as { clientSecret: string }).clientSecret;
}
