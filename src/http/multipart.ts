import { GatewayError } from '../errors.js';

/** More than any operation of ours takes. */
const MOST_PARTS = 8;
/** Of the headers of one part. */
const MOST_HEAD = 1024;
const [LINE, HEAD_ENDS] = [Buffer.from('\r\n'), Buffer.from('\r\n\r\n')];

/**
 * Reads a form of several parts as generated clients, browsers and curl send it: what comes with a file's name is bytes, unless it is
 * declared to be JSON, and all else is JSON.
 *
 * @param type the `Content-Type`, which has the boundary
 * @returns by name; bytes are a string of one character each, which is what specifications call binary
 * @throws GatewayError `invalid`
 * @see RFC 7578; OpenAPI Specification 3.1, clause 4.8.15.1
 */
export function multipartForm(body: Buffer, type: string): Readonly<Record<string, unknown>> {
  const [, quoted, plain] = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;,"]{1,70}))/i.exec(type) ?? [];
  const boundary = quoted ?? plain;
  if (boundary === undefined) throw new GatewayError('invalid', 'Content-Type has no boundary of 1 to 70 characters');
  const form = new Map<string, unknown>();
  for (const part of partsIn(body, Buffer.from(`--${boundary}`, 'latin1'))) {
    const { name, value } = read(part);
    if (form.has(name)) throw new GatewayError('invalid', `the body has several parts named ${JSON.stringify(name)}`);
    if (form.size === MOST_PARTS) throw new GatewayError('invalid', `the body has more than ${MOST_PARTS} parts`);
    form.set(name, value);
  }
  return Object.fromEntries(form);
}

interface Part {
  readonly head: string;
  readonly content: Buffer;
}

function* partsIn(body: Buffer, dashes: Buffer): Generator<Part> {
  const ends = Buffer.concat([LINE, dashes]);
  if (!body.subarray(0, dashes.length).equals(dashes)) throw broken('it does not begin with its boundary');
  let at = dashes.length;
  while (body.toString('latin1', at, at + 2) !== '--') {
    if (!body.subarray(at, at + 2).equals(LINE)) throw broken('there is something behind a boundary');
    const headEnd = body.subarray(0, at + 2 + MOST_HEAD).indexOf(HEAD_ENDS, at);
    if (headEnd < 0) throw broken(`the headers of a part do not end within ${MOST_HEAD} bytes`);
    const from = headEnd + HEAD_ENDS.length;
    const to = body.indexOf(ends, from);
    if (to < 0) throw broken('it ends before its last boundary');
    yield { head: body.toString('utf8', at, headEnd), content: body.subarray(from, to) };
    at = to + ends.length;
  }
}

function read({ head, content }: Part): { readonly name: string; readonly value: unknown } {
  const [, said = ''] = /^content-disposition:[ \t]*form-data[ \t]*(;[^\r\n]*)$/im.exec(head) ?? [];
  const [, name] = /;[ \t]*name="([^"]{1,64})"/i.exec(said) ?? [];
  if (name === undefined) throw broken('a part of it has no name');
  const isFile = /;[ \t]*filename\*?=/i.test(said) && !/^content-type:[ \t]*application\/json\b/im.test(head);
  return { name, value: isFile ? content.toString('latin1') : jsonOf(name, content) };
}

function jsonOf(name: string, content: Buffer): unknown {
  try {
    return JSON.parse(content.toString()) as unknown;
  } catch (error) {
    const expected = 'expected JSON, or a file with its name';
    throw new GatewayError('invalid', `part ${JSON.stringify(name)} of the body is not JSON: ${expected}`, { cause: error });
  }
}

function broken(what: string): GatewayError {
  return new GatewayError('invalid', `the body is no multipart/form-data: ${what}`);
}
