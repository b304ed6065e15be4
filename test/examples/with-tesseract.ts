import { describe, it } from '@jest/globals';
import { hasProgram } from '../has-program.js';

export const hasTesseract = hasProgram('tesseract', '--version');

/** What reads number plates needs an engine for it. */
export const withTesseract = hasTesseract ? describe : (name: string) => it.todo(`${name} (apt-get install tesseract-ocr)`);
