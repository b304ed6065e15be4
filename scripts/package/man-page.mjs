import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './root.mjs';
import { sourceDate } from './source-date.mjs';

/** umec(1), made of what `umec --help` and the help of each command say. */
export function manPage() {
  const main = help();
  const commands = [...main.matchAll(/^ {2}([a-z]+) .*$/gm)].map(([, name]) => name).filter((name) => name !== 'help');
  const date = new Date(sourceDate * 1000).toISOString().slice(0, 10);
  return `.TH UMEC 1 ${date} umec-gateway "User Commands"
.SH NAME
umec \\- gateway from cameras, Bluetooth tags and pins to ETSI MEC services
.SH SYNOPSIS
.B umec
.RI [ command ]
.RI [ options ]
.SH DESCRIPTION
Its user, umec, owns the data: what asks the gateway that runs, or reads its data, is done as that user, with
.BR "sudo \\-u umec umec" .
Unless
.B \\-\\-config
says otherwise, the configuration is /etc/umec/umec.yaml.
.SH COMMANDS
${commands.map((name) => `.SS ${name}\n${verbatim(help(name))}`).join('\n')}
.SH FILES
.TP
/etc/umec/umec.yaml
The configuration.
.TP
/etc/umec/environment
More of it, as variables, one in a line; there is none unless you make it.
.TP
/var/lib/umec
The data.
.SH SEE ALSO
.BR systemctl (1),
.BR journalctl (1)
`;
}

function help(...command) {
  return execFileSync(process.execPath, [join(root, 'dist/src/umec.js'), ...command, '--help'], {
    encoding: 'utf8',
    env: { ...process.env, COLUMNS: '76', NODE_OPTIONS: '' },
  });
}

function verbatim(text) {
  const escaped = text
    .trimEnd()
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/^([.'])/gm, '\\&$1');
  return `.nf\n${escaped}\n.fi`;
}
