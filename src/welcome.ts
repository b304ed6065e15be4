import type { Config } from './config/schema.js';
import type { OwnAuthority } from './http/tls/open-tls.js';

export interface WelcomeParts {
  readonly ca?: OwnAuthority | undefined;
  /** The link by which the reader can sign in, once: for nobody but a person at a terminal. */
  readonly signIn?: string | undefined;
  /** How the program is called where it was started. */
  readonly program: 'umec' | 'npx umec';
}

/** What `umec start` prints when it is ready: what to open and what to try. */
export function welcome(url: string, { auth, devices }: Config, { ca, signIn, program }: WelcomeParts): string {
  const drivers = [...Object.values(devices.radios), ...Object.values(devices.cameras)].map(({ driver }) => driver);
  const simulated = drivers.includes('simulated') ? `Some devices are simulated: ${program} detect lists the real ones.\n` : '';
  const camera = Object.keys(devices.cameras)[0];
  const asksForTokens = auth.mode === 'tokens';
  const trusting = ca ? `curl --cacert ${ca.path}` : 'curl';
  const curl = asksForTokens ? `${trusting} -H "Authorization: Bearer $UMEC_TOKEN"` : trusting;
  return [
    '',
    `µMEC gateway, ready at ${url}`,
    simulated,
    ...(ca ? [`  trust ${ca.path}`, `        SHA-256 ${ca.fingerprint}`] : []),
    `  open  ${signIn ?? `${url}/`}`,
    ...(asksForTokens
      ? [
          signIn
            ? `        (once, within ten minutes; ${program} link prints another)`
            : `  sign in by the link of: ${program} link`,
          `  token UMEC_TOKEN=$(${program} token)`,
        ]
      : []),
    `  try   ${curl} ${url}/sensors/v1/readings/latest`,
    ...(camera ? [`        ${curl} -o street.jpg '${url}/camera/v1/cameras/${camera}/snapshot?width=640'`] : []),
    `        ${curl} ${url}/mec_service_mgmt/v1/services`,
    '',
    '',
  ].join('\n');
}
