#!/usr/bin/env node
import { Command, Option } from 'commander';
import { stringify } from 'yaml';
import { systemClock } from './clock.js';
import { hidden } from './config/hidden.js';
import { loadConfig } from './config/config.js';
import { ConfigError } from './config/error.js';
import { messageOf } from './errors.js';
import { openLog } from './log.js';
import { RecentLog } from './recent-log.js';
import { VERSION } from './registry/own-services.js';
import { welcome } from './welcome.js';
import { announceAdministrator } from './announce-administrator.js';
import { ROLES } from './auth/client.js';
import type { RestoreAsked } from './backup/commands.js';
import { askDoor } from './control/ask-door.js';
import type { OwnAuthority } from './http/tls/open-tls.js';
import type { OwnerLink, OwnerToken } from './control/owner-services.js';
import { withoutSecrets } from './without-secrets.js';

/** By which people, terminals and service managers end a process. */
const STOPPING = ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGQUIT'] as const;

const program = new Command('umec')
  .description('The µMEC gateway: what is plugged into this machine, as ETSI MEC services')
  .version(VERSION)
  .showHelpAfterError();

program
  .command('start')
  .description('serve until SIGTERM, SIGINT, SIGHUP or SIGQUIT')
  .option('-c, --config <file>', 'the configuration (umec.yaml when there is one)')
  .action(({ config: file }: { config?: string }) => start(file));

program
  .command('check')
  .description('say whether the configuration can be used, and what it comes to')
  .option('-c, --config <file>', 'the configuration (umec.yaml when there is one)')
  .action(({ config: file }: { config?: string }) => {
    process.stdout.write(withoutSecrets(stringify(hidden(loadConfig(file, process.env)))));
  });

program
  .command('health')
  .description('ask the gateway that runs here whether it lives; says nothing when it does')
  .option('-c, --config <file>', 'the configuration (umec.yaml when there is one)')
  .option('--ready', 'instead, whether it serves')
  .action(async ({ config: file, ready }: { config?: string; ready?: true }) => {
    const { askHealth } = await import('./control/ask-health.js');
    await askHealth(loadConfig(file, process.env), ready ? '/readyz' : '/healthz');
  });

program
  .command('detect')
  .description('list the hardware that this machine has')
  .option('--write <file>', 'write a configuration that uses its adapters and cameras; the file must not exist')
  .action(async ({ write }: { write?: string }) => {
    const { detect } = await import('./devices/detect.js');
    detect(process.stdout, write);
  });

program
  .command('token')
  .description('print an access token of the gateway that runs here: only its own user can')
  .option('-c, --config <file>', 'the configuration (umec.yaml when there is one)')
  .addOption(new Option('--role <role>', 'what it may do').choices(ROLES).default('admin'))
  .option('--scopes <scopes...>', 'only these, instead of those of the role')
  .option('--json', 'with its lifetime and its scopes')
  .action(async ({ config: file, json, ...asked }: { config?: string; json?: true; role: string; scopes?: string[] }) => {
    const token = await askDoor<OwnerToken>(loadConfig(file, process.env).data.dir, 'token', asked);
    process.stdout.write(`${json ? JSON.stringify(token) : token.access_token}\n`);
  });

program
  .command('link')
  .description('print a link that signs a person in at the panel, once and within ten minutes')
  .option('-c, --config <file>', 'the configuration (umec.yaml when there is one)')
  .addOption(new Option('--role <role>', 'what the person may do').choices(ROLES).default('admin'))
  .addOption(new Option('--sign-out-all', 'instead, sign out everybody, and end the tokens of umec token').conflicts('role'))
  .action(async ({ config: file, signOutAll, role }: { config?: string; role: string; signOutAll?: true }) => {
    const { dir } = loadConfig(file, process.env).data;
    if (signOutAll) await askDoor(dir, 'sign-out-all');
    else process.stdout.write(`${(await askDoor<OwnerLink>(dir, 'link', { role })).url}\n`);
  });

program
  .command('backup')
  .description('write all that the gateway keeps into one file, whether it runs or not')
  .argument('[file]', 'umec-<gateway>-<time>.backup unless given; - for the standard output')
  .option('-c, --config <file>', 'the configuration (umec.yaml when there is one)')
  .action(async (file: string | undefined, { config }: { config?: string }) => {
    const { runBackup } = await import('./backup/commands.js');
    await runBackup(loadConfig(config, process.env), file);
  });

program
  .command('restore')
  .description('put a backup in the place of the data directory of a gateway that does not run')
  .argument('<file>', 'what umec backup has written')
  .option('-c, --config <file>', 'the configuration (umec.yaml when there is one)')
  .option('--replace', 'set aside the data that is there')
  .option('--new-identity', 'make a gateway that runs beside the one that was backed up')
  .option('--send-again', 'let InfluxDB and the like have the whole history once more')
  .action(async (file: string, { config, ...asked }: { config?: string } & RestoreAsked) => {
    const { runRestore } = await import('./backup/commands.js');
    await runRestore(loadConfig(config, process.env), file, asked);
  });

async function start(file: string | undefined): Promise<void> {
  const config = loadConfig(file, process.env);
  const recentLog = new RecentLog();
  const log = openLog(config.log.level, config.log.format, recentLog);
  const stop = new AbortController();
  const onSignal = (signal: NodeJS.Signals) => {
    if (stop.signal.aborted) process.exit(1);
    log.info({ signal }, 'stopping; once more to exit at once');
    stop.abort();
  };
  for (const signal of STOPPING) process.on(signal, onSignal);
  const onReady = (url: string, secret?: string, ca?: OwnAuthority) => {
    const { isTTY } = process.stdout;
    const { dir } = config.data;
    // npm says to whatever it starts that it did: a checkout has the program by npx, and a package or an image has it as it is
    const program = process.env.npm_execpath === undefined ? 'umec' : 'npx umec';
    const welcomed = (link?: OwnerLink) => {
      process.stdout.write(welcome(url, config, { ca, signIn: link?.url, program }));
      if (secret !== undefined) process.stdout.write(announceAdministrator({ url, secret, dir, isTTY }));
    };
    // what is not a terminal may be a log
    if (isTTY && config.auth.mode === 'tokens') askDoor<OwnerLink>(dir, 'link').then(welcomed, () => welcomed());
    else welcomed();
  };
  // everything that a gateway is made of takes half a second to load, and whoever asks for a token needs none of it
  const [{ run }, { openServiceManager }] = await Promise.all([import('./main.js'), import('./systemd/service-manager.js')]);
  const manager = await openServiceManager(process.env, { clock: systemClock, report: (message) => log.warn(message) });
  await run(config, stop.signal, { log, recentLog, env: process.env, manager, onReady });
}

try {
  await program.parseAsync();
} catch (error) {
  // a message for people; a stack only for what nobody foresaw
  const foreseen =
    error instanceof ConfigError || (error instanceof Error && (error.name === 'GatewayError' || error.cause !== undefined));
  process.stderr.write(
    `umec: ${foreseen ? messageOf(error) : error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
  process.exit(1);
}
