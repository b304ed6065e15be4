import { describe, it } from '@jest/globals';
import { hasProgram } from '../has-program.js';

/** What reads number plates needs an engine for it. */
export const withTesseract = hasProgram('tesseract', '--version')
  ? describe
  : (name: string) => it.todo(`${name} (apt-get install tesseract-ocr)`);
