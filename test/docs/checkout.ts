import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, readdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Block, ROOT } from './blocks.js';
import { shellEnvironment } from './shell-environment.js';
import { tempDirectory } from '../temp-directory.js';

const NOT_COPIED = ['node_modules', '.git', 'data', 'coverage'];

/** A copy of the repository in which a page's instructions are followed. */
export class Checkout implements AsyncDisposable {
  private readonly temp = tempDirectory();
  private gateway: ChildProcess | undefined;
  private readonly env: NodeJS.ProcessEnv;

  constructor() {
    for (const name of readdirSync(ROOT).filter((one) => !NOT_COPIED.includes(one)))
      cpSync(join(ROOT, name), this.path(name), { recursive: true, preserveTimestamps: true });
    this.linkPackages();
    this.env = {
      ...shellEnvironment(),
      NODE_OPTIONS: '',
      REDOCLY_TELEMETRY: 'off',
      REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
      UMEC_HTTP_LISTEN: '127.0.0.1:0',
      UMEC_HTTP_VALIDATE_RESPONSES: 'true',
      UMEC_DATA_DIR: this.path('data'),
    };
  }

  path(name: string): string {
    return join(this.temp.path, name);
  }

  /** Writes the file that the block shows, or changes it as the block says. */
  apply({ info, text, file }: Block): void {
    if (file === undefined) throw new Error(`which file is this?\n${text}`);
    if (info === 'diff') {
      this.patch(file, text);
    } else {
      mkdirSync(dirname(this.path(file)), { recursive: true });
      writeFileSync(this.path(file), text);
    }
  }

  /** Takes a change back. */
  undo({ file = '', text }: Block): void {
    this.patch(file, text, '--reverse');
  }

  /** Runs a shell command in the copy. */
  run(command: string): { readonly status: number | null; readonly output: string } {
    const { status, stdout, stderr } = spawnSync('sh', ['-c', command], { cwd: this.temp.path, env: this.env, encoding: 'utf8' });
    return { status, output: stdout + stderr };
  }

  /** Starts what serves, on a free port. @returns its URL once it is ready */
  async serve(command: string): Promise<string> {
    // a process group of its own, for npm does not hand signals on
    const gateway = spawn('sh', ['-c', command], { cwd: this.temp.path, env: this.env, detached: true });
    this.gateway = gateway;
    let output = '';
    return new Promise((resolve, reject) => {
      gateway.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
      gateway.stdout.on('data', (chunk: Buffer) => {
        output += chunk.toString();
        const url = /ready at (\S+)/.exec(output)?.[1];
        if (url) resolve(url);
      });
      gateway.once('exit', () => reject(new Error(`${command} ended: ${output}`)));
    });
  }

  /** As the gateway's owner. */
  token(): string {
    return this.run('npx umec token').output.trim();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const { gateway } = this;
    if (gateway?.pid !== undefined && gateway.exitCode === null) {
      const ended = once(gateway, 'close');
      process.kill(-gateway.pid, 'SIGTERM');
      await ended;
    }
    this.temp[Symbol.dispose]();
  }

  /** The line numbers of a page grow old, and its counts are not for people: git finds the place by what stands there. */
  private patch(file: string, hunks: string, ...options: string[]): void {
    const { status, stderr } = spawnSync('git', ['apply', '--recount', '-C1', ...options, '-'], {
      cwd: this.temp.path,
      input: `--- a/${file}\n+++ b/${file}\n${hunks}`,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`${file} cannot be changed as the page says: ${stderr}`);
  }

  /** Package by package, and marked as installed for ever: whatever the copy does, the packages of the original stay. */
  private linkPackages(): void {
    const packages = this.path('node_modules');
    mkdirSync(packages);
    for (const name of readdirSync(join(ROOT, 'node_modules')))
      if (name !== '.umec-installed') symlinkSync(join(ROOT, 'node_modules', name), join(packages, name));
    writeFileSync(join(packages, '.umec-installed'), '');
    const distant = new Date('2100-01-01');
    utimesSync(join(packages, '.umec-installed'), distant, distant);
  }
}
