import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Json } from '../../src/json.js';
import { type Answer, upgradeHeaders } from '../apis/mec011/ask.js';
import { inParts } from '../camera/inference/posted.js';
import { Arbitraries } from './arbitrary-of.js';
import { Judge } from './judge.js';
import { meaningful, Populated } from './populated.js';
import { offItsSpecification } from './off-its-specification.js';
import { type Asked, faultOf, headersOf, requestsTo, targetOf } from './requests.js';
import { REQUESTS, SEED } from './seed.js';
import { operations, type SpecifiedOperation } from './specifications.js';

/** Pictures are made by the processor, and there is one of them; of tickets only so many may wait to be used. */
const DEAR: Readonly<Record<string, number>> = {
  CameraSnapshot_GET: 0.15,
  CameraStream_GET: 0.3,
  CameraStreamWebsocket_GET: 0.15,
  Tickets_POST: 0.15,
  Plan_PUT: 0.3,
};

/** Of fewer, all might be right by chance, or all wrong. */
const FEWEST = 16;

/** What a specification cannot say, and a request can be wrong in: which words of the refusal say so, by operation. */
const BEYOND_SCHEMAS: readonly [operations: RegExp, detail: RegExp, why: string][] = [
  [
    /_GET$/,
    /query filter|names "|query (fields|exclude_fields)|all_fields|exclude_default/,
    'the language of filters and selectors',
  ],
  [/_GET$/, /nextpage_opaque_marker|^after is not/, 'a marker is one that the gateway gave'],
  [/^(Mp1)?(App)?Services_GET$/, /only one of ser_instance_id, ser_name and ser_category_id/, 'clause 8.2.3.3.1'],
  [/(Readings|Statistics|Audit)_GET$/, /^from is|out of bounds/, 'from is before to'],
  [/^Readings_POST$/, /cannot keep this point|out of bounds|no room for/, 'what InfluxDB would take for something else'],
  [/Subscriptions?_(POST|PUT)$|SubscriptionId_PUT$/, /callbackReference/, 'where callbacks may go'],
  [/Subscriptions_POST$|SubscriptionId_PUT$/, /only one of serInstanceIds/, 'clause 8.1.3.2'],
  [/Services?_POST$|ServiceId_PUT$/, /transportId|must have uris/, 'clause 8.1.2.2'],
  [/^Registration/, /for isInsByMec is|body appInstanceId is/, 'clause 7.1.2.6'],
  [
    /^(Clients_POST|ClientsClientId_PUT)$/,
    /^(expected one of role and scopes|[a-zA-Z]+:)/,
    'what OpenAPI cannot say of a client',
  ],
  [/^(Tenants_POST|TenantsTenant_PUT)$/, /^(description|tenant):/, 'one line'],
  [/TrafficRule_PUT$|^Applications_POST$/, /dstInterface|two rules/, 'clause 7.1.2.2'],
  [/^DeviceConfiguration_PUT$/, /is for tags|^calibration|__proto__/, 'what only tags have, and what makes a line'],
  [/^CameraControls_PUT$/, /^there is no control|expected (a whole number|one of)/, 'what this camera has and takes'],
  [/^LineConfiguration_PUT$/, /^(edge|drive) is/, 'what an input has, and what an output'],
  [
    /Inferences_POST$/,
    /frame\.region|input\.|the model('s input)? has/,
    'what is within the picture, and what the model does not say',
  ],
  [/^(Inferences_POST|Plan_PUT)$/, /^the picture is|^a JPEG, PNG or WebP/, 'what is a picture'],
  [
    /^CameraSnapshot_GET$/,
    /^the region|is enlarged to|an AVIF has|in this format a side|in one answer/,
    'what the picture has to be asked for',
  ],
  [
    /^CameraConfiguration_PUT$/,
    /^motion\.zones: two|^recording is of/,
    'each zone has a name of its own; what moves is recorded',
  ],
  [/DnsRule_PUT$|^Applications_POST$/, /ipAddress|two rules/, 'clause 7.1.2.3'],
];
/** Statuses that are not the request's fault, or that it can have although it is as the specification wants. */
const NOT_FORMAL = new Set([403, 404, 406, 409, 412, 413, 414, 426, 431]);
/** Of a receiver that there is not it is answered as of one whose token was not shown. */
const NOBODYS = ['ReceiverAdvertisements_POST 401'];
/**
 * There are four places and two for one client; a model is asked that is not there, or for what it does not speak; an application without
 * a server offers services too; and so little time may be given that it is over.
 */
const INFERENCES =
  /^(503 .*(are under way|hidden meanwhile|too much picture work|model server cannot be reached)|502 .*model server answers 400 to|504 .*(no time left|has not answered in time|no picture came))/s;
/** What cannot be given just now, or what others make impossible: the status with the words. */
const UNAVAILABLE: Readonly<Record<string, RegExp>> = {
  CameraSnapshot_GET: /^503 .*(too much picture work|no frame)/s,
  CameraStream_GET: /^503 .*readers/s,
  CameraStreamWebsocket_GET: /^503 .*(too much picture work|watch already)/s,
  CameraRecordings_POST: /^503 .*(recordings are made of it already|no picture|too many)/s,
  CameraInferences_POST: INFERENCES,
  Inferences_POST: INFERENCES,
  Plan_PUT: /^503 .*too many plans/s,
};

interface Found {
  readonly operationId: string;
  readonly why: string;
  readonly request: string;
  readonly answer: string;
}

const judge = new Judge();
let populated: Populated;
beforeAll(async () => {
  populated = await Populated.open();
});
afterAll(() => populated[Symbol.asyncDispose]());

describe(`Requests made of the specifications (TEST_SEED=${SEED})`, () => {
  // forms have a test of their own
  it.each(operations.filter(({ form }) => !form).map((operation) => [operation.operationId, operation] as const))(
    'to %s are refused when they are wrong, and only then',
    async (operationId, operation) => {
      const arbitraries = new Arbitraries(judge, meaningful(await populated.afresh()));
      const count = Math.max(FEWEST, Math.ceil((REQUESTS / operations.length) * (DEAR[operationId] ?? 1.07)));
      const asked = fc.sample(requestsTo(operation, arbitraries), { seed: SEED, numRuns: count });
      const found: Found[] = [];
      const judged = { right: 0, wrong: 0 };
      const questions = asked.map((one) => questionOf(operation, one));
      await populated.client.askAll(questions, ({ asked: one, ...question }, answer) => {
        const fault = faultOf(operation, onTheWire(one), judge);
        judged[fault === undefined ? 'right' : 'wrong']++;
        const why = offItsSpecification(operation, answer, judge) ?? wrongVerdict(operation, fault, answer);
        if (why === undefined) return;
        found.push({ operationId, why, request: JSON.stringify(question).slice(0, 2_000), answer: answer.text.slice(0, 1_000) });
      });
      expect(found).toEqual([]);
      expect(populated.errors).toEqual([]);
      // else the generators have forgotten one of the two
      for (const share of [judged.right, judged.wrong]) expect(share).toBeGreaterThan(0);
    },
    60_000,
  );
});

/** Half of those that could open a WebSocket try to. */
function questionOf(operation: SpecifiedOperation, asked: Asked) {
  const { method, answers } = operation;
  const path = impatient(targetOf(operation, asked));
  const headers = { ...(answers.has(101) && path.length % 2 ? upgradeHeaders() : {}), ...headersOf(asked) };
  const question = { asked, method: method.toUpperCase(), path, headers };
  if (!('body' in asked)) return question;
  if (operation.picture) return asBytes(question, operation.picture.type, asked.body);
  return operation.parts ? inSeveralParts(question, asked.body) : { ...question, body: JSON.stringify(asked.body) };
}

/** What is no text is sent as one, and is no picture either. */
function asBytes<Q extends { readonly headers: object }>(question: Q, type: string, body: Json = '') {
  const bytes = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body), 'latin1');
  return { ...question, headers: { ...question.headers, 'Content-Type': type }, body: bytes };
}

/** Texts are files, which have a byte for each character; what has no members has no parts. */
function inSeveralParts<Q extends { readonly headers: object }>(question: Q, body: Json = null) {
  const members = typeof body === 'object' && body !== null ? Object.entries(body) : [];
  const parts = members.map(([name, value]) => [name, typeof value === 'string' ? Buffer.from(value, 'latin1') : value] as const);
  const { type, body: bytes } = inParts(Object.fromEntries(parts));
  return { ...question, headers: { ...question.headers, 'Content-Type': type }, body: bytes };
}

/** Whoever may wait does not: nothing comes that could be waited for. */
function impatient(path: string): string {
  return path.replace(/(?<name>[?&]wait=)(?:[1-5]?\d|60)(?=&|$)/, '$<name>0');
}

/** @param fault what is wrong with the request, if anything is */
function wrongVerdict(
  { operationId }: SpecifiedOperation,
  fault: string | undefined,
  { status, text }: Answer,
): string | undefined {
  if (status >= 500) {
    return UNAVAILABLE[operationId]?.test(`${status} ${text}`) ? undefined : `failed with ${status}`;
  }
  if (fault !== undefined) return status < 400 ? `accepted although ${fault}` : undefined;
  if (status < 400 || NOT_FORMAL.has(status) || NOBODYS.includes(`${operationId} ${status}`)) return undefined;
  const { detail } = JSON.parse(text) as { detail: string };
  const known = BEYOND_SCHEMAS.some(([ids, words]) => ids.test(operationId) && words.test(detail));
  return (status === 400 || status === 415) && known ? undefined : `refused with ${status} although its specification allows it`;
}

/** As the gateway gets it. */
function onTheWire(asked: Asked): Asked {
  return JSON.parse(JSON.stringify(asked)) as Asked;
}
