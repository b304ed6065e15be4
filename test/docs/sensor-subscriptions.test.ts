import { expect, it } from '@jest/globals';
import { TestGateway } from '../gateway.js';
import { blocksOf, readPage } from './blocks.js';
import { shaped } from './shaped.js';
import { TwoShells } from './two-shells.js';

const blocks = blocksOf(readPage('docs/sensor-subscriptions.md'));
const text = (info: string) => blocks.find((block) => block.info === info)?.text ?? '';

it('docs/sensor-subscriptions.md, with two shells, shows a tag that enters a condition', async () => {
  await using gateway = await TestGateway.start({ auth: { mode: 'tokens' } });
  using shells = await TwoShells.open(blocks, gateway);
  const [subscribing, removing] = shells.commands;
  shells.type(subscribing);
  expect(await shells.next()).toEqual(shaped(JSON.parse(text('json ENTERED')), (name) => name === 'value'));
  expect(await shells.end(removing)).toMatchObject({ exitCode: 0 });
  expect(await gateway.json('/registry/v1/applications')).toEqual([]);
}, 30_000);
