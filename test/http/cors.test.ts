import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import * as access from '../../generated/access.js';
import * as camera from '../../generated/camera.js';
import * as gpio from '../../generated/gpio.js';
import * as appSupport from '../../generated/mec011-app-support.js';
import * as serviceManagement from '../../generated/mec011-service-management.js';
import * as mp1Legacy from '../../generated/mp1-legacy.js';
import * as platform from '../../generated/platform.js';
import * as registry from '../../generated/registry.js';
import * as sensors from '../../generated/sensors.js';
import { answerCors } from '../../src/http/cors.js';

const SPECIFICATIONS = [access, camera, gpio, appSupport, serviceManagement, mp1Legacy, platform, registry, sensors];
/** A page may read the first three always, and the fourth never (Fetch standard, clauses 2.2.2 and 4.6); the last is for proxies. */
const NOT_TO_NAME = ['cache-control', 'content-length', 'last-modified', 'set-cookie', 'x-accel-buffering'];

/** What a page elsewhere is told, of a request with this method. */
function told(method: string, header: string): readonly string[] {
  const request = new IncomingMessage(new Socket());
  request.method = method;
  Object.assign(request.headers, { origin: 'https://elsewhere.example', 'access-control-request-method': 'GET' });
  const response = new ServerResponse(request);
  answerCors(request, response);
  return String(response.getHeader(header)).toLowerCase().split(', ');
}

/** Every object in a document, with the name that it has there. */
function* objectsIn(value: unknown, name = ''): Generator<readonly [name: string, object]> {
  if (typeof value !== 'object' || value === null) return;
  yield [name, value];
  for (const [key, inner] of Object.entries(value)) yield* objectsIn(inner, key);
}

const documents = SPECIFICATIONS.flatMap(({ document }) => [...objectsIn(document)]);

describe('A page of another site', () => {
  it('may read every header that an answer can have', () => {
    const responses = documents.filter(([, object]) => 'description' in object && 'headers' in object);
    const headers = responses.flatMap(([, object]) => Object.keys((object as { readonly headers: object }).headers));
    const wanted = new Set(headers.map((name) => name.toLowerCase()).filter((name) => !NOT_TO_NAME.includes(name)));
    expect([...wanted].filter((name) => !told('GET', 'Access-Control-Expose-Headers').includes(name))).toEqual([]);
    expect(wanted).toContain('umec-next');
  });

  it('may send every header that an operation asks for', () => {
    const parameters = documents.map(([, object]) => object as { in?: unknown; name?: unknown });
    const wanted = new Set(parameters.filter((one) => one.in === 'header').map(({ name }) => String(name).toLowerCase()));
    expect([...wanted].filter((name) => !told('OPTIONS', 'Access-Control-Allow-Headers').includes(name))).toEqual([]);
    expect(wanted).toContain('if-match');
  });
});
