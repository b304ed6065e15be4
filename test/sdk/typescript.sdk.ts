import { describe, it } from '@jest/globals';
import { tellStory } from './story.js';

describe('The TypeScript client', () => {
  it('tells the story', () => tellStory({ command: process.execPath, args: [process.env.STORY ?? ''] }));
});
