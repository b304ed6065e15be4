import { examples, type Known } from '../apis/examples.js';
import type { ListedOperation } from '../apis/operations.js';
import type { Question } from './caller.js';

/** What an operation is called with, and what it answers to whoever may. */
export interface OperationQuestion extends Question {
  readonly operationId: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly expected: number;
}

const WEB_SOCKET = {
  Connection: 'Upgrade',
  Upgrade: 'websocket',
  'Sec-WebSocket-Version': '13',
  'Sec-WebSocket-Key': 'c2l4dGVlbiBvciBsZXNzIQ==',
};

/** @throws Error when nobody has said how the operation is called */
export function questionOf({ operationId, method, base }: ListedOperation, known: Known): OperationQuestion {
  const example = examples(known)[operationId];
  if (!example) throw new Error(`${operationId} has no call in test/apis/examples.ts`);
  const { path, query = '', body, form, bytes, headers, status: expected = 200 } = example;
  const what = { operationId, method: method.toUpperCase(), path: base + path + query, expected };
  if (form !== undefined) return { ...what, headers: { 'Content-Type': 'application/x-www-form-urlencoded' }, body: form };
  if (bytes) return { ...what, headers: { ...headers, 'Content-Type': bytes.type }, body: bytes.body };
  if (body !== undefined)
    return { ...what, headers: { ...headers, 'Content-Type': 'application/json' }, body: JSON.stringify(body) };
  return { ...what, headers: { ...headers, ...(expected === 101 ? WEB_SOCKET : {}) } };
}

/** The same, asked by whoever has this token, unless the question shows one of its own. */
export function asked<T extends Question>(question: T, token: string): T {
  return { ...question, headers: { Authorization: `Bearer ${token}`, ...question.headers } };
}
