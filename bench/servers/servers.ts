import { tempDirectory } from '../../test/temp-directory.js';
import { ServerProcess } from './server-process.js';

export interface OpenServers {
  readonly gateway: ServerProcess;
  /** What the gateway is compared with, by its name. */
  readonly references: Readonly<Record<'node:http' | 'express', ServerProcess>>;
}

/** The servers that all HTTP benchmarks share; they start when the first asks for them. */
export class Servers implements AsyncDisposable {
  private readonly dir = tempDirectory();
  private opening: Promise<OpenServers> | undefined;

  open(): Promise<OpenServers> {
    return (this.opening ??= this.start());
  }

  private async start(): Promise<OpenServers> {
    const [gateway, nodeHttp, express] = await Promise.all([
      ServerProcess.start('gateway', this.dir.path, 'tokens'),
      ServerProcess.start('node-http'),
      ServerProcess.start('express'),
    ]);
    return { gateway, references: { 'node:http': nodeHttp, express } };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const servers = await this.opening?.catch(() => undefined);
    if (servers)
      await Promise.all([servers.gateway, ...Object.values(servers.references)].map((server) => server[Symbol.asyncDispose]()));
    this.dir[Symbol.dispose]();
  }
}
