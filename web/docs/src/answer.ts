import { isJson } from '../../../src/http/api-pages/example-call.js';
import { codeBlock } from './code-block.js';
import { element } from './element.js';
import { texts } from './texts.js';

/** How much of a text is shown, in bytes as it comes and in characters as it is laid out. */
const MOST_SHOWN = 100_000;
/** How much JSON is laid out, in bytes: of more, as much is shown as of any text. */
const MOST_LAID_OUT = 1_000_000;
/** How wide and how high a picture is drawn at most, in pixels: a canvas of a phone has no more than some millions. */
const LARGEST_DRAWN = 2048;
/** What of the head a reader goes on with. */
const HEADERS = ['Location', 'Link', 'ETag', 'Retry-After', 'Content-Range', 'Content-Type'];
/** How a file's name ends, where the media type says it otherwise. */
const SUFFIXES: Readonly<Record<string, string>> = { plain: 'txt', 'x-msvideo': 'avi', 'x-ndjson': 'ndjson', mixed: 'mime' };

/** What came: some of its head, its text or its picture, and all of it to be saved. */
export async function answerNodes(response: Response): Promise<readonly Node[]> {
  const head = HEADERS.flatMap((name) => {
    const value = response.headers.get(name);
    return value === null ? [] : [element('li', {}, element('code', {}, `${name}: ${value}`))];
  });
  const type = (response.headers.get('Content-Type') ?? '').replace(/;.*/, '');
  // not as a text: a browser keeps a large one on disk
  const blob = await response.blob();
  const list = head.length === 0 ? [] : [element('ul', {}, ...head)];
  return blob.size === 0 ? list : [...list, ...(await contentNodes(blob, type)), saving(blob, type)];
}

/** Gives back what the links within kept, as they go. */
export function forget(shown: ParentNode): void {
  for (const link of shown.querySelectorAll<HTMLAnchorElement>('a[download]')) URL.revokeObjectURL(link.href);
}

function saving(blob: Blob, type: string): Node {
  const subtype = type.replace(/^.*[/+]/, '');
  const download = `answer.${SUFFIXES[subtype] ?? subtype}`;
  return element('p', {}, element('a', { href: URL.createObjectURL(blob), download }, texts.save(blob.size, type)));
}

async function contentNodes(blob: Blob, type: string): Promise<readonly Node[]> {
  if (type.startsWith('image/')) return pictureNodes(blob);
  return isJson(type) || /^text\/|json|yaml/.test(type) ? [codeBlock(texts.answers, await shownText(blob, type))] : [];
}

async function shownText(blob: Blob, type: string): Promise<string> {
  const isLaidOut = isJson(type) && blob.size <= MOST_LAID_OUT;
  const text = isLaidOut ? laidOut(await blob.text()) : await blob.slice(0, MOST_SHOWN).text();
  const isCut = text.length > MOST_SHOWN || (!isLaidOut && blob.size > MOST_SHOWN);
  return isCut ? `${text.slice(0, MOST_SHOWN)}\n${texts.cut}` : text;
}

/** A proxy may have answered in the gateway's place: what is no JSON is shown as it is. */
function laidOut(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), undefined, 2);
  } catch {
    return text;
  }
}

/** Drawn, for the page's policy takes images from addresses of the gateway alone. */
async function pictureNodes(blob: Blob): Promise<readonly Node[]> {
  const bitmap = await createImageBitmap(blob).catch(() => undefined);
  if (bitmap === undefined) return [element('p', {}, texts.noPicture)];
  const scale = Math.min(1, LARGEST_DRAWN / Math.max(bitmap.width, bitmap.height));
  const canvas = element('canvas', { role: 'img', 'aria-label': texts.picture });
  [canvas.width, canvas.height] = [Math.round(bitmap.width * scale), Math.round(bitmap.height * scale)];
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  return [canvas];
}
