import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { loadConfig, parseConfig } from '../../src/config/config.js';
import { variableOf } from '../../src/config/environment.js';
import { ConfigError } from '../../src/config/error.js';
import { listenAddress } from '../../src/config/listen-address.js';
import { settings } from '../../src/config/settings.js';
import { tempDirectory } from '../temp-directory.js';

const directory = tempDirectory();
afterAll(() => directory[Symbol.dispose]());

const read = (yaml: string, env: Record<string, string> = {}) => parseConfig(parse(yaml), env);
function fault(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as Error).message;
  }
  throw new Error('nothing was refused');
}

describe('A configuration', () => {
  it('may say nothing: everything is simulated, on loopback', () => {
    const config = read('');
    expect(config.http.listen).toBe('127.0.0.1:8080');
    expect(Object.values(config.devices.cameras)).toMatchObject([{ driver: 'simulated' }]);
    expect(Object.values(config.devices.radios)).toMatchObject([{ driver: 'simulated' }]);
  });

  it('may have sections of which every line is commented out', () => {
    expect(read('http:\nlog:\n')).toEqual(read(''));
  });

  it.each([
    ['http: {listen: 5}', 'http.listen: found 5, expected string'],
    ['http: {listen: abc}', 'http.listen: found "abc", expected address:port, such as 127.0.0.1:8080'],
    ['http: {listen: "127.0.0.1:70000"}', 'http.listen: found port 70000, expected at most 65535'],
    ['http: {publicUrl: "ftp://x"}', 'http.publicUrl: found "ftp://x", expected a URL such as http://gateway.local:8080'],
    ['http: {origins: [x]}', 'http.origins.0: found "x", expected an origin such as https://panel.example'],
    ['http: {maxBodyBytes: 1}', 'http.maxBodyBytes: found 1, expected number to be >=1024'],
    ['http: {validateResponses: "yes"}', 'http.validateResponses: found "yes", expected boolean'],
    ['http: 5', 'http: found 5, expected object'],
    ['auth: {mode: oauth}', 'auth.mode: found "oauth", expected one of "tokens"|"none"'],
    ['log: {level: loud}', 'log.level: found "loud", expected one of "fatal"|"error"|"warn"|"info"|"debug"'],
    [
      'devices: {cameras: {lens-1: {driver: nope}}}',
      `devices.cameras.lens-1.driver: found "nope", expected 'simulated' | 'ffmpeg' | 'v4l2' | 'rpicam'`,
    ],
    [
      'devices: {cameras: {Lens_1: {driver: simulated}}}',
      'devices.cameras.Lens_1: expected up to 32 lower-case letters, digits and "-"',
    ],
    [
      'devices: {cameras: {lens-1: {driver: v4l2, device: video0}}}',
      'devices.cameras.lens-1.device: found "video0", expected a device such as /dev/video0',
    ],
    ['cameras: {door: {driver: rpicam}}', 'cameras: there is no such setting, did you mean devices.cameras?'],
    ['devices: {cameras: {lens-1: }}', 'devices.cameras.lens-1: found null, expected object'],
    ['devices: {radios: {HCI0: {driver: bluez}}}', 'devices.radios.HCI0: expected up to 32 lower-case letters, digits and "-"'],
    [
      'devices: {radios: {town: {driver: bluez}}}',
      "devices.radios.town: found driver bluez, expected its name to be the adapter's, such as hci0",
    ],
    [
      'sensors: {names: {aa:bb: x}}',
      'sensors.names.aa:bb: expected a Bluetooth address such as CB:B8:33:4C:88:4F, in upper case',
    ],
    ['sensors: {silentAfterMs: 5}', 'sensors.silentAfterMs: found 5, expected number to be >=10000'],
    ['destinations: {cloud: {url: "http://x", token: t}}', 'destinations.cloud.bucket: found nothing, expected string'],
    ['influx: {url: "http://x"}', 'influx: there is no such setting, expected destinations: {cloud: {url, token, org, bucket}}'],
    ['influx: ', 'influx: there is no such setting, expected destinations: {cloud: {url, token, org, bucket}}'],
    [
      'destinations: {Cloud: {url: "http://x", token: t, bucket: b}}',
      'destinations.Cloud: expected up to 32 lower-case letters, digits and "-"',
    ],
    [
      'destinations: {a: {url: "http://x", token: t, bucket: b, rename: {fields: {x: z, y: z}}}}',
      'destinations.a.rename.fields: found {"x":"z","y":"z"}, expected a new name for each: of two that become one, one would be lost',
    ],
    [
      'destinations: {a: {url: "http://x", token: t, bucket: b, rename: {tags: {x: time}}}}',
      'destinations.a.rename.tags.x: found "time", expected a name other than time, without # in front or a backslash at the end',
    ],
    [
      'destinations: {a: {url: "http://x", token: t, bucket: b, rename: {fields: {temperature: humidity}}}}',
      'destinations.a.rename.fields: found {"temperature":"humidity"}, expected no name that a field of tags has already',
    ],
    [
      'destinations: {a: {url: "http://me:x@x", token: t, bucket: b}}',
      'destinations.a.url: found "http://***@x", expected nobody in the URL, but token beside it',
    ],
    [
      'street: {registry: "http://127.0.0.1:8081", clientId: me}',
      'street: found one of clientId and clientSecret, expected both, or none where no tokens are asked for',
    ],
    [
      '{http: {publicUrl: "http://me"}, street: {registry: "http://other", clientId: me, clientSecret: swordfish}}',
      'street.registry: found http://other, expected https: whoever is on the way could read clientSecret',
    ],
    [
      '{street: {registry: "http://127.0.0.1:1", clientId: me, clientSecret: swordfish, tokenFile: /token}}',
      'street: found both clientId and tokenFile, expected one of the two',
    ],
    [
      '{http: {publicUrl: "http://me"}, street: {registry: "http://other", tokenFile: /token}}',
      'street.registry: found http://other, expected https: whoever is on the way could read tokenFile',
    ],
    ['street: {}', 'street.registry: found nothing, expected a URL such as http://gateway.local:8080'],
    ['street: {registry: "ftp://x"}', 'street.registry: found "ftp://x", expected a URL such as http://gateway.local:8080'],
    ...['http://x/mec', 'http://x?y', 'http://x#y'].map((url) => [
      `street: {registry: "${url}"}`,
      `street.registry: found "${url}", expected a URL such as http://gateway.local:8080, without a path`,
    ]),
    [
      'street: {registry: "http://127.0.0.1:8080/"}',
      'street.registry: found http://127.0.0.1:8080/, expected another gateway than this one',
    ],
    [
      '{http: {publicUrl: "https://pi.example"}, street: {registry: "https://PI.example:443"}}',
      'street.registry: found https://PI.example:443, expected another gateway than this one',
    ],
    [
      'street: {registry: "http://gateway.local:8080"}',
      'http.publicUrl: found nothing, expected a URL under which this gateway can be called from http://gateway.local:8080',
    ],
    [
      'devices: {radios: {attic: {driver: ruuvi-gateway}}}',
      'devices.radios.attic: found neither token nor url, expected token for what it posts, or url where it is asked',
    ],
    [
      'devices: {radios: {attic: {driver: ruuvi-gateway, token: swordfish}}}',
      'devices.radios.attic.token: found something else, expected string to have >=16 characters',
    ],
    [
      'devices: {radios: {attic: {driver: ruuvi-gateway, token: swordfish-swordfish, bearer: x}}}',
      'devices.radios.attic: found credentials and no url, expected url to say whom they are for',
    ],
    [
      'devices: {radios: {attic: {driver: ruuvi-gateway, url: "http://attic", username: x}}}',
      'devices.radios.attic: found one of username and password, expected both or none',
    ],
    [
      'devices: {radios: {attic: {driver: ruuvi-gateway, url: "http://attic", username: x, password: y, bearer: z}}}',
      'devices.radios.attic: found username and bearer, expected one of the two',
    ],
    [
      'devices: {radios: {attic: {driver: ruuvi-gateway, url: "http://169.254.169.254/"}}}',
      "devices.radios.attic.url: found http://169.254.169.254/, expected no link-local address and none where clouds keep their machines' secrets",
    ],
    [
      'devices: {radios: {attic: {driver: ruuvi-gateway, url: "http://me:swordfish@attic/"}}}',
      'devices.radios.attic.url: found "http://***@attic/", expected nobody in the URL, but username and password beside it',
    ],
    [
      'mqtt: {url: "mqtt://me:swordfish@house"}',
      'mqtt.url: found "mqtt://***@house", expected nobody in the URL, but username and password beside it',
    ],
    [
      'devices: {radios: {house: {driver: mqtt, url: "http://house"}}}',
      'devices.radios.house.url: found "http://house", expected a URL such as mqtt://127.0.0.1:1883',
    ],
    [
      'devices: {radios: {house: {driver: mqtt, url: "mqtt://house", password: x}}}',
      'devices.radios.house: found password and no username, expected both',
    ],
    [
      'devices: {radios: {house: {driver: mqtt, url: "mqtt://house", prefix: "ruuvi/#"}}}',
      'devices.radios.house.prefix: found "ruuvi/#", expected levels of a topic such as ruuvi or home/ruuvi, without #, + and a slash at the end',
    ],
    [
      'mqtt: {url: "mqtt://169.254.1.1"}',
      "mqtt.url: found mqtt://169.254.1.1, expected no link-local address and none where clouds keep their machines' secrets",
    ],
    ['mqtt: {url: "mqtt://house", password: x}', 'mqtt: found password and no username, expected both'],
    ['[1]', 'the configuration: found something else, expected object'],
    ['just words', 'the configuration: found something else, expected object'],
  ])('%s is refused: %s', (yaml, expected) => {
    expect(fault(() => read(yaml))).toBe(expected);
  });

  it.each([
    ['htpp: {}', 'htpp: there is no such setting, did you mean http?'],
    ['http: {lisen: x}', 'http.lisen: there is no such setting, did you mean listen?'],
    ['sensors: {silentAfter: 1}', 'sensors.silentAfter: there is no such setting, did you mean silentAfterMs?'],
    ['foo: 1', 'foo: there is no such setting'],
    ['devices: {cameras: {l: {driver: simulated, colour: 1}}}', 'devices.cameras.l.colour: there is no such setting'],
    ['http: {__proto__: {listen: x}}', 'http.__proto__: there is no such setting'],
  ])('%s has a key that there is not: %s', (yaml, expected) => {
    expect(fault(() => read(yaml))).toBe(expected);
  });

  it('is told what the first twenty unknown keys may have meant, over all its sections', () => {
    const slips = (name: string, many: number) =>
      Object.fromEntries(Array.from({ length: many }, (_, at) => [`${name}${at.toString(16)}`, at]));
    const faults = fault(() => parseConfig({ http: slips('lisen', 15), log: slips('levl', 15) }, {})).split('\n');
    const meant = faults.map((line) => / did you mean (\w+)\?$/.exec(line)?.[1]);
    expect(meant).toEqual([
      ...Array<string>(15).fill('listen'),
      ...Array<string>(5).fill('level'),
      ...Array<undefined>(10).fill(undefined),
    ]);
    expect(faults.every((line) => line.includes('there is no such setting'))).toBe(true);
  });

  it('is told all that is wrong with it at once', () => {
    const faults = fault(() => read('{foo: 1, http: {listen: 5, maxBodyBytes: 1}}')).split('\n');
    expect(faults.map((line) => line.split(':')[0]).sort()).toEqual(['foo', 'http.listen', 'http.maxBodyBytes']);
  });

  it.each(['127.0.0.1:80', '127.9.9.9:80', '"[::1]:80"', 'localhost:80'])('may listen on %s', (listen) => {
    expect(() => read(`http: {listen: ${listen}}`)).not.toThrow();
  });

  it.each([
    '0.0.0.0:80',
    '"[::]:80"',
    '192.168.1.5:80',
    'gateway.local:80',
    '127.0.0.1.evil.example:80',
    '"[::ffff:10.0.0.1]:80"',
  ])('may not listen on %s when nobody needs a token', (listen) => {
    expect(fault(() => read(`{http: {listen: ${listen}}, auth: {mode: none}}`))).toMatch(
      /^http\.listen: found .*, expected a loopback address such as/,
    );
  });

  it('never shows the token', () => {
    for (const yaml of [
      '[{destinations: {a: {url: "http://x", token: swordfish, bucket: b}}}]',
      '"destinations: {a: {token: swordfish}}"',
      'influx: {token: swordfish}',
      'destinations: swordfish',
      'destinations: [swordfish]',
      'destinations: {a: swordfish}',
      'destinations: {a: [swordfish]}',
      'destinations: {a: {url: x, token: [swordfish], bucket: b}}',
      'destinations: {a: {url: "http://x", token: {swordfish: 1}, bucket: b}}',
      'destinations: {a: {url: "ftp://me:swordfish@x", token: t, bucket: b}}',
      'sensors: {keys: {"CB:B8:33:4C:88:4F": {password: swordfish, deviceId: "0011223344556677"}}}',
      'sensors: {keys: {"CB:B8:33:4C:88:4F": swordfish}}',
      'sensors: {keys: [swordfish]}',
      'sensors: [swordfish]',
    ])
      expect(fault(() => read(yaml))).not.toContain('swordfish');
  });

  it.each([
    'street: {registry: "http://127.0.0.1:8081"}',
    'street: {registry: "http://[::1]:8081"}',
    '{http: {publicUrl: "https://pi.example"}, street: {registry: "http://gateway.local:8080"}}',
  ])('may name a gateway to register at: %s', (yaml) => {
    expect(read(yaml).street).toMatchObject({ livenessIntervalS: 10 });
  });

  it('takes no password for another gateway, and does not show it', () => {
    const words = fault(() => read('street: {registry: "http://me:swordfish@x"}'));
    expect([words.includes('without a path'), words.includes('swordfish')]).toEqual([true, false]);
  });

  it('never shows the password of a camera', () => {
    const source = 'http://lens/video?user=me&pwd=swordfish';
    expect(fault(() => read(`devices: {cameras: {lens-1: "${source}"}}`))).not.toContain('swordfish');
    expect(fault(() => read(`http: {publicUrl: {a: "${source}"}}`))).toContain(
      'found {"a":"http://lens/video?user=***&pwd=***"}',
    );
  });
});

describe('The environment', () => {
  it('has a variable for every setting', () => {
    const variables = [...settings()].map(variableOf);
    expect(variables).toEqual(expect.arrayContaining(['UMEC_HTTP_MAX_BODY_BYTES', 'UMEC_DESTINATIONS', 'UMEC_DEVICES_CAMERAS']));
    expect(new Set(variables).size).toBe(variables.length);
  });

  it.each([
    ['text', 'UMEC_DATA_DIR', '/var/lib/umec', { data: { dir: '/var/lib/umec' } }],
    ['text that YAML would take for something else', 'UMEC_DATA_DIR', '2024', { data: { dir: '2024' } }],
    ['a number', 'UMEC_HTTP_MAX_BODY_BYTES', '2048', { http: { maxBodyBytes: 2048 } }],
    ['yes or no', 'UMEC_HTTP_VALIDATE_RESPONSES', 'true', { http: { validateResponses: true } }],
    ['one of several', 'UMEC_LOG_LEVEL', 'debug', { log: { level: 'debug' } }],
    ['a list', 'UMEC_HTTP_HOSTS', '[a.lan, "b:80"]', { http: { hosts: ['a.lan', 'b:80'] } }],
    ['a map', 'UMEC_SENSORS_NAMES', '{"CB:B8:33:4C:88:4F": Sauna}', { sensors: { names: { 'CB:B8:33:4C:88:4F': 'Sauna' } } }],
    [
      'a nested map',
      'UMEC_DEVICES_CAMERAS',
      'door: {driver: simulated, fps: 2}\nyard: {driver: v4l2, device: /dev/video0}',
      { devices: { cameras: { door: { driver: 'simulated', fps: 2, width: 640 }, yard: { device: '/dev/video0' } } } },
    ],
  ])('sets %s', (_kind, name, value, expected) => {
    expect(read('', { [name]: value })).toMatchObject(expected);
  });

  it('comes before the file, and leaves the rest of it', () => {
    const config = read('http: {listen: "127.0.0.1:1", maxBodyBytes: 2048}', { UMEC_HTTP_LISTEN: '127.0.0.1:2' });
    expect(config.http).toMatchObject({ listen: '127.0.0.1:2', maxBodyBytes: 2048 });
    expect(fault(() => read('http: 5', { UMEC_HTTP_LISTEN: '127.0.0.1:2' }))).toBe('http: found 5, expected object');
    expect(fault(() => read('words', { UMEC_LOG_LEVEL: 'info' }))).toContain('found something else, expected object');
  });

  it('may hold any token', () => {
    for (const token of ['12345', '"x', '*x', 'a: b', '#x', '==', '{'])
      expect(read('', { UMEC_MQTT_URL: 'mqtt://x', UMEC_MQTT_USERNAME: 'u', UMEC_MQTT_PASSWORD: token }).mqtt?.password).toBe(
        token,
      );
    expect(fault(() => read('', { UMEC_INFLUX_TOKEN: 'x' }))).toBe(
      'UMEC_INFLUX_TOKEN: there is no such setting, expected UMEC_DESTINATIONS with all of them',
    );
  });

  it('is refused when a variable is of no setting, is no YAML, or is of another kind', () => {
    expect(fault(() => read('', { UMEC_HTTP_LISTN: 'x' }))).toBe(
      'UMEC_HTTP_LISTN: there is no such setting, did you mean UMEC_HTTP_LISTEN?',
    );
    expect(fault(() => read('', { UMEC_DEVICES_CAMERAS: '{' }))).toMatch(/^UMEC_DEVICES_CAMERAS: .*line 1/);
    expect(fault(() => read('', { UMEC_HTTP_MAX_BODY_BYTES: 'many' }))).toBe('http.maxBodyBytes: found "many", expected number');
  });

  it('may hold what Kubernetes tells of a Service called umec', () => {
    const told = {
      UMEC_SERVICE_HOST: '10.43.0.1',
      UMEC_SERVICE_PORT: '8080',
      UMEC_SERVICE_PORT_HTTP: '8080',
      UMEC_PORT: 'tcp://10.43.0.1:8080',
    };
    const links = {
      UMEC_PORT_8080_TCP: 'tcp://10.43.0.1:8080',
      UMEC_PORT_8080_TCP_PROTO: 'tcp',
      UMEC_GATEWAY_PORT_8080_TCP_ADDR: '10.43.0.1',
    };
    expect(read('', { ...told, ...links })).toEqual(read(''));
  });

  it('may hold what programs that call a gateway read', () => {
    const ofProgram = { UMEC_CLIENT_ID: 'plates', UMEC_CLIENT_SECRET: 'hidden', UMEC_SCOPE: 'camera:read' };
    expect(read('', { UMEC_URL: 'http://127.0.0.1:8080', UMEC_TOKEN: 'e30', ...ofProgram })).toEqual(read(''));
  });
});

describe('The file', () => {
  const file = (name: string, text: string) => {
    const path = join(directory.path, name);
    writeFileSync(path, text);
    return path;
  };

  it('is read', () => {
    expect(loadConfig(file('good.yaml', 'log: {level: debug} # for now\n'), {}).log.level).toBe('debug');
    expect(loadConfig(file('empty.yaml', ''), {})).toEqual(read(''));
  });

  it('that is named must be there', () => {
    expect(fault(() => loadConfig(join(directory.path, 'missing.yaml'), {}))).toContain('missing.yaml');
    mkdirSync(join(directory.path, 'folder.yaml'));
    expect(fault(() => loadConfig(join(directory.path, 'folder.yaml'), {}))).toContain('folder.yaml');
  });

  it('that is no YAML is told where, and not what stands there', () => {
    const path = file('bad.yaml', 'http:\n  listen: "127.0.0.1:8080"\ninflux:\n  token: "swordfish\n  url: x\n');
    expect(fault(() => loadConfig(path, {}))).toMatch(/^.*bad\.yaml: .* at line \d, column \d+$/);
    expect(fault(() => loadConfig(path, {}))).not.toContain('swordfish');
    expect(fault(() => loadConfig(file('twice.yaml', 'log: {}\nlog: {}\n'), {}))).toMatch(/unique at line 2/);
  });
});

it('An address is a host and a port', () => {
  expect(listenAddress('127.0.0.1:8080')).toEqual({ host: '127.0.0.1', port: 8080 });
  expect(listenAddress('[::1]:0')).toEqual({ host: '::1', port: 0 });
});
