import { codeBlock } from './code-block.js';
import { element } from './element.js';
import { texts } from './texts.js';

/** How much of a text is shown. */
const MOST_SHOWN = 100_000;
/** What of the head a reader goes on with. */
const HEADERS = ['Location', 'Link', 'ETag', 'Retry-After', 'Content-Type'];

/** What came: its status, some of its head, and its text or its picture. */
export async function answerNodes(response: Response): Promise<readonly Node[]> {
  const head = HEADERS.flatMap((name) => {
    const value = response.headers.get(name);
    return value === null ? [] : [element('li', {}, element('code', {}, `${name}: ${value}`))];
  });
  const status = element('p', {}, element('strong', {}, `${response.status} ${response.statusText}`));
  return [status, element('ul', {}, ...head), ...(await bodyNodes(response))];
}

async function bodyNodes(response: Response): Promise<readonly Node[]> {
  const type = response.headers.get('Content-Type') ?? '';
  if (/json|text|yaml|javascript/.test(type)) return [codeBlock(texts.answers, cut(laidOut(await response.text(), type)))];
  const blob = await response.blob();
  if (blob.size === 0) return [];
  const about = element('p', {}, texts.bytes(blob.size, type));
  return type.startsWith('image/') ? [about, await pictureOf(blob)] : [about];
}

function laidOut(text: string, type: string): string {
  return /json(;|$)/.test(type) && text !== '' ? JSON.stringify(JSON.parse(text), undefined, 2) : text;
}

function cut(text: string): string {
  return text.length <= MOST_SHOWN ? text : `${text.slice(0, MOST_SHOWN)}\n${texts.cut(text.length - MOST_SHOWN)}`;
}

/** Drawn, for the page's policy takes images from addresses of the gateway alone. */
async function pictureOf(blob: Blob): Promise<Node> {
  const bitmap = await createImageBitmap(blob);
  const canvas = element('canvas', { role: 'img', 'aria-label': texts.picture });
  [canvas.width, canvas.height] = [bitmap.width, bitmap.height];
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  return canvas;
}
