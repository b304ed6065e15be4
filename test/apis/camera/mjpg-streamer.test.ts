import { describe, expect, it } from '@jest/globals';
import { mjpgStreamerAddress } from '../../../src/apis/camera/mjpg-streamer.js';

const CAMERAS = '/camera/v1/cameras';

describe('An address of mjpg-streamer', () => {
  it.each([
    ['/?action=snapshot', `${CAMERAS}/~0/snapshot`],
    ['/?action=stream', `${CAMERAS}/~0/stream`],
    ['/?action=stream_0', `${CAMERAS}/~0/stream`],
    ['/?action=snapshot_12', `${CAMERAS}/~12/snapshot`],
    ['/?action=snapshot&1780000000', `${CAMERAS}/~0/snapshot`],
    ['/?action=snapshot&n=17&', `${CAMERAS}/~0/snapshot`],
    ['/?action=stream&fps=5&t=3&width=320', `${CAMERAS}/~0/stream?fps=5&width=320`],
    ['/?action=stream&camera=lens-1&signature=a.b%2e', `${CAMERAS}/lens-1/stream?signature=a.b%2e`],
    ['/?action=stream_1&camera=lens-1', `${CAMERAS}/lens-1/stream`],
  ])('%s is %s', (theirs, ours) => expect(mjpgStreamerAddress(theirs)).toBe(ours));

  it.each(['', '..', '../../../registry/v1/devices', 'a%2fb', 'Lens', 'lens-1&camera=lens-2', `a${'b'.repeat(32)}`])(
    'never shows another camera than the one it names: %s',
    (name) => expect(mjpgStreamerAddress(`/?action=stream&camera=${name}`)).toBe(`${CAMERAS}/~/stream`),
  );

  it.each([
    ...[
      '/',
      '/?',
      '/?action',
      '/?a=1&action=stream',
      '/index.html?action=stream',
      '/camera/v1/cameras?action=stream',
      '/?ACTION=stream',
    ],
  ])('is none: %s', (target) => expect(mjpgStreamerAddress(target)).toBe(target));

  it.each(['command&id=1', 'stream_', 'stream_100', 'streams', ''])('leads nowhere when we have no such action: %s', (action) =>
    expect(mjpgStreamerAddress(`/?action=${action}`)).toBe(`/action=${action}`),
  );
});
