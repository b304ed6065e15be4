import { join } from 'node:path';
import { describe, it } from '@jest/globals';
import { tellStory } from './story.js';

const PYTHON = process.env.SDKPY;
describe('py', () => {
  for (const program of (process.env.SDKPROG ?? 'story.py').split(','))
    it(program, () => tellStory({ command: PYTHON!, args: [join('sdk/python/example', program)], env: { PYTHONPATH: 'dist/sdk/python', PYTHONDONTWRITEBYTECODE: '1' } }));
});
