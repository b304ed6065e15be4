import { spawn } from 'node:child_process';
import process from 'node:process';
import { text } from 'node:stream/consumers';

/** How long a line may take, ms. */
const PATIENCE_MS = 30_000;
/** Of what it says of its failure, the last characters. */
const WORDS = 300;

/**
 * Reads one line of text with tesseract.
 *
 * @param {Uint8Array} png
 * @param {string} characters the only ones that can be in it
 * @returns {Promise<string>} as it was read, without spaces; empty when there is nothing to read
 * @throws when tesseract is missing, fails or takes too long
 */
export async function readLine(png, characters) {
  const args = ['stdin', 'stdout', '--psm', '7', '-c', `tessedit_char_whitelist=${characters}`];
  const tesseract = spawn('tesseract', args, {
    stdio: ['pipe', 'pipe', 'pipe'],
    timeout: PATIENCE_MS,
    // more threads than one make it slower for a picture this small
    env: { ...process.env, OMP_THREAD_LIMIT: '1' },
  });
  const ended = new Promise((resolve, reject) => {
    tesseract
      .once('error', ({ code }) => reject(new Error(`tesseract cannot be started (${code}): sudo apt-get install tesseract-ocr`)))
      .once('close', (code, signal) => resolve(signal ?? code));
  });
  tesseract.stdin.on('error', () => {}); // it has gone: what became of it is said by its end
  tesseract.stdin.end(png);
  const [line, said, end] = await Promise.all([text(tesseract.stdout), text(tesseract.stderr), ended]);
  if (end !== 0) throw new Error(`tesseract has ended: ${end} ${said.slice(-WORDS)}`.trim());
  return line.replace(/\s/g, '');
}
