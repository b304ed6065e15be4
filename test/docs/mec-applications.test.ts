import { describe, expect, it } from '@jest/globals';
import { TestGateway } from '../gateway.js';
import { blocksOf, readPage } from './blocks.js';
import { shaped } from './shaped.js';
import { atGateway } from './shell.js';
import { TwoShells } from './two-shells.js';

const blocks = blocksOf(readPage('docs/mec-applications.md'));
const text = (info: string) => blocks.find((block) => block.info === info)?.text ?? '';

describe('docs/mec-applications.md, with two shells,', () => {
  it('shows a service that is offered, lives, falls silent, lives again and ends', async () => {
    await using gateway = await TestGateway.start({ auth: { mode: 'tokens' } });
    using shells = await TwoShells.open(blocks, gateway);
    const [signingIn, making, subscribing, offering, living, livingAgain, ending, removing] = shells.commands;
    expect(shells.commands).toHaveLength(8);
    const shown = (info: string) => shaped(JSON.parse(atGateway(text(info), gateway)));
    shells.type(signingIn, making, subscribing, offering, living);
    expect(await shells.next()).toEqual(shown('json ADDED'));
    expect(await shells.next()).toEqual(shown('json SUSPENDED'));
    shells.type(livingAgain);
    expect(await shells.next()).toMatchObject({ serviceReferences: [{ state: 'ACTIVE', changeType: 'STATE_CHANGED' }] });
    shells.type(ending);
    expect(await shells.next()).toMatchObject({ serviceReferences: [{ changeType: 'REMOVED' }] });
    const said: unknown = expect.stringMatching(/"state":"ACTIVE","interval":2,"timeStamp"/);
    expect(await shells.end(removing)).toEqual({ exitCode: 0, said });
    expect(await gateway.json('/registry/v1/applications')).toEqual([]);
  }, 30_000);
});
