import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import {
  type DocumentedOperation,
  type ExampleCall,
  exampleCalls,
  isEndless,
  operationsOf,
} from '../../../src/http/api-pages/example-call.js';
import type { Document } from '../../../src/http/document.js';
import { examples, type Known } from '../../apis/examples.js';
import { startFurnished } from '../../apis/furnished.js';
import { operations as listed } from '../../apis/operations.js';
import { tinyPicture } from '../../camera/inference/posted.js';
import { Witness } from './witness.js';

/** A program that was started, in words of a command line. */
export type Command = readonly [program: string, ...args: string[]];

/** How the examples of one language become programs. */
export interface Language {
  readonly exampleOf: (call: ExampleCall) => string;
  /** Where they are put, and where they run. */
  readonly folder: string;
  readonly extension: string;
  /** Makes of what was put there what runs. */
  readonly build?: () => Promise<unknown>;
  /** Runs one, which goes on until it is ended. */
  readonly one: (name: string) => Command;
  /**
   * Runs some, one after the other, each with an address of its own.
   * @returns the names of those that failed
   */
  readonly all: (names: readonly string[], given: Given) => Promise<readonly string[]>;
}

export interface Given {
  /** The name of an example behind it is its UMEC_URL. */
  readonly url: string;
  readonly token: string;
}

const NO_COOKIE = 'the session is in the cookie of a browser that has signed in';
/** What is refused here, for what the specification shows is of another gateway. */
export const REFUSED: Readonly<Record<string, string>> = {
  Token_POST: 'the secret that is shown is of no client',
  TokenRevocation_POST: 'the secret that is shown is of no client',
  ReceiverAdvertisements_POST: 'the token of a receiver stands in umec.yaml',
  Session_POST: 'the code that is shown was never in a link',
  SessionToken_POST: NO_COOKIE,
  Session_DELETE: NO_COOKIE,
};

/**
 * Runs the examples of every operation, as they are shown, against a gateway that has what they speak of: only the identifiers that it
 * has given are put in their paths.
 */
export async function runExamples(language: Language): Promise<void> {
  const { gateway, known } = await startFurnished();
  await using _gateway = gateway;
  await using witness = await Witness.start(gateway.url);
  const document = await gateway.json<Document>('/openapi/umec.json');
  const calls = callsTo(document, known);
  for (const call of calls)
    writeFileSync(join(language.folder, `${call.operationId}.${language.extension}`), language.exampleOf(call));
  for (const name of ['picture.jpg', 'picture.jpeg', 'picture.png']) writeFileSync(join(language.folder, name), tinyPicture);
  await language.build?.();

  const given = { url: witness.url, token: await gateway.token() };
  const [following, asking] = [calls.filter(goesOn), calls.filter((call) => !goesOn(call))];
  await Promise.all(following.map((call) => follow(language, call, witness, given)));
  const names = asking.map(({ operationId }) => operationId);
  const failed = await language.all(names, given);
  const faults = operationsOf(document).flatMap((operation) => faultsOf(operation, witness));
  expect(faults).toEqual([]);
  expect([...failed].sort()).toEqual(Object.keys(REFUSED).sort());
}

const goesOn = (call: ExampleCall): boolean => call.isWebSocket || isEndless(call);

/** Those that delete come last. */
function callsTo(document: Document, known: Known): readonly ExampleCall[] {
  const all = exampleCalls(document);
  const asked = examples(known);
  return listed.flatMap(({ operationId, base }) => {
    const [call, example] = [all.get(operationId), asked[operationId]];
    return call && example ? [{ ...call, path: valuesIn(call.template, base + example.path) }] : [];
  });
}

function valuesIn(template: string, path: string): Record<string, string> {
  const segments = path.split('/');
  const named = template.split('/').map((segment, index) => [/^\{(\w+)\}$/.exec(segment)?.[1], segments[index] ?? ''] as const);
  return Object.fromEntries(named.flatMap(([name, value]) => (name === undefined ? [] : [[name, decodeURIComponent(value)]])));
}

/** Until the gateway has begun to tell. */
async function follow({ one, folder }: Language, call: ExampleCall, witness: Witness, { url, token }: Given): Promise<void> {
  const [program, ...args] = one(call.operationId);
  const env = { ...process.env, UMEC_URL: `${url}/${call.operationId}`, UMEC_TOKEN: token };
  const child = spawn(program, args, { cwd: folder, env, stdio: ['ignore', 'ignore', 'pipe'], detached: true });
  let said = '';
  child.stderr.on('data', (text) => (said += String(text)));
  const ended = new Promise<void>((_resolve, reject) =>
    child.once('close', (code) => reject(new Error(`${call.operationId} ended with ${String(code)}:\n${said}`))),
  );
  try {
    await Promise.race([witness.sees(call.operationId, call.isWebSocket ? 101 : 200), ended]);
  } finally {
    ended.catch(() => undefined);
    // what it has started too
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
  }
}

/** Whether the example of an operation has asked for that, and was answered as the specification says, well unless it is in REFUSED. */
function faultsOf({ object, method, template }: DocumentedOperation, witness: Witness): readonly string[] {
  const { operationId } = object;
  const asked = new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`);
  const seen = witness.of(operationId).filter((one) => one.method === method.toUpperCase() && asked.test(one.path));
  const last = seen.at(-1)?.status;
  if (last === undefined) return [`${operationId} was not asked for, only ${JSON.stringify(witness.of(operationId))}`];
  const isGood = last < 300;
  const isMeant = isGood !== operationId in REFUSED && String(last) in object.responses;
  return isMeant ? [] : [`${operationId} was answered ${last}`];
}
