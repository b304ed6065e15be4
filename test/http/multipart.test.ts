import { describe, expect, it } from '@jest/globals';
import { multipartForm } from '../../src/http/multipart.js';

const TYPE = 'multipart/form-data; boundary=b';
const part = (head: string, content: string | Buffer) =>
  Buffer.concat([Buffer.from(`--b\r\n${head}\r\n\r\n`), Buffer.from(content), Buffer.from('\r\n')]);
const named = (name: string, more = '') => `Content-Disposition: form-data; name="${name}"${more}`;
const form = (...parts: readonly Buffer[]) => Buffer.concat([...parts, Buffer.from('--b--\r\n')]);
const bytes = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));

describe('A body in several parts', () => {
  it('has JSON, and the bytes of files as they are', () => {
    const body = form(
      part(named('request'), '{"a":"ä"}'),
      part(`Content-Type: application/json\r\n${named('declared', '; filename="blob"')}`, '[1]'),
      part(`${named('picture', '; filename="a.jpg"')}\r\nContent-Type: image/jpeg`, bytes),
      part(named('empty', '; filename=""'), ''),
    );
    const read = multipartForm(body, TYPE);
    expect(read).toEqual({ request: { a: 'ä' }, declared: [1], picture: bytes.toString('latin1'), empty: '' });
    expect(multipartForm(form(), TYPE)).toEqual({});
  });

  it('is what fetch makes of a FormData', async () => {
    const data = new FormData();
    data.set('request', JSON.stringify({ model: 'street' }));
    data.set('typed', new Blob(['{}'], { type: 'application/json' }));
    data.set('picture', new File([bytes], 'street.jpg', { type: 'image/jpeg' }));
    const { headers, body } = new Request('http://127.0.0.1/', { method: 'POST', body: data });
    const sent = Buffer.from(await new Response(body).arrayBuffer());
    const read = multipartForm(sent, headers.get('content-type') ?? '');
    expect(read).toEqual({ request: { model: 'street' }, typed: {}, picture: bytes.toString('latin1') });
  });

  it('keeps what only looks like a boundary', () => {
    const content = 'x\r\n-b\r\n--a--\r\n--';
    const read = multipartForm(form(part(named('picture', '; filename="a"'), content)), TYPE);
    expect(read).toEqual({ picture: content });
    const quoted = multipartForm(
      Buffer.from(`--b c\r\n${named('x')}\r\n\r\n1\r\n--b c--`),
      'multipart/form-data; boundary="b c"',
    );
    expect(quoted).toEqual({ x: 1 });
  });

  it.each<[string, Buffer, RegExp, string?]>([
    ['no boundary', form(), /no boundary/, 'multipart/form-data'],
    ['a boundary without end', form(), /no boundary/, `multipart/form-data; boundary="${'b'.repeat(71)}"`],
    ['something before it', Buffer.concat([Buffer.from('x'), form()]), /begin/],
    ['nothing', Buffer.alloc(0), /begin/],
    ['no end', form(part(named('a'), '1')).subarray(0, -8), /last boundary/],
    ['a boundary that goes on', Buffer.from('--bb--'), /behind a boundary/],
    ['headers without end', form(part(`X: ${'y'.repeat(2_000)}\r\n${named('a')}`, '1')), /1024/],
    ['no name', form(part('Content-Disposition: form-data', '1')), /no name/],
    ['another disposition', form(part('Content-Disposition: attachment; name="a"', '1')), /no name/],
    ['a name twice', form(part(named('a'), '1'), part(named('a'), '2')), /several parts named "a"/],
    ['a text that is no JSON', form(part(named('a'), 'words')), /"a" of the body is not JSON/],
    ['too many parts', form(...Array.from({ length: 9 }, (_, at) => part(named(`a${at}`), '1'))), /more than 8/],
  ])('is refused with %s', (_what, body, words, type = TYPE) => {
    expect(() => multipartForm(body, type)).toThrow(
      expect.objectContaining({ code: 'invalid', message: expect.stringMatching(words) }),
    );
  });

  it('can name what it likes and changes nothing else', () => {
    const read = multipartForm(form(part(named('__proto__'), '{"isAdmin":true}')), TYPE);
    expect(Object.keys(read)).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  });
});
