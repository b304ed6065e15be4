#!/usr/bin/env node
import { Command } from 'commander';
import { stringify } from 'yaml';
import { loadConfig } from './config/config.js';
import { ConfigError } from './config/error.js';
import { detect } from './devices/detect.js';
import { messageOf } from './errors.js';
import { openLog } from './log.js';
import { run } from './main.js';
import { VERSION } from './registry/own-services.js';
import { welcome } from './welcome.js';
import { withoutSecrets } from './without-secrets.js';

const program = new Command('umec')
  .description('The µMEC gateway: what is plugged into this machine, as ETSI MEC services')
  .version(VERSION)
  .showHelpAfterError();

program
  .command('start')
  .description('serve until SIGTERM or SIGINT')
  .option('-c, --config <file>', 'the configuration (umec.yaml when there is one)')
  .action(({ config: file }: { config?: string }) => start(file));

program
  .command('check')
  .description('say whether the configuration can be used, and what it comes to')
  .option('-c, --config <file>', 'the configuration (umec.yaml when there is one)')
  .action(({ config: file }: { config?: string }) => {
    const { influx, ...config } = loadConfig(file, process.env);
    const shown = influx ? { ...config, influx: { ...influx, token: '(hidden)' } } : config;
    process.stdout.write(withoutSecrets(stringify(shown)));
  });

program
  .command('detect')
  .description('list the hardware that this machine has')
  .option('--write <file>', 'write a configuration that uses all of it; the file must not exist')
  .action(({ write }: { write?: string }) => detect(process.stdout, write));

async function start(file: string | undefined): Promise<void> {
  const config = loadConfig(file, process.env);
  const log = openLog(config.log.level, config.log.format);
  const stop = new AbortController();
  const onSignal = (signal: NodeJS.Signals) => {
    if (stop.signal.aborted) process.exit(1);
    log.info({ signal }, 'stopping; once more to exit at once');
    stop.abort();
  };
  process.on('SIGTERM', onSignal).on('SIGINT', onSignal);
  await run(config, stop.signal, { log, onReady: (url) => process.stdout.write(welcome(url, config)) });
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
