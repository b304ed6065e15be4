import { describe, expect, it } from '@jest/globals';
import { Catalogue } from '../../../src/camera/recordings/catalogue.js';
import { Loading } from '../../../src/camera/recordings/loading.js';
import { Readers } from '../../../src/camera/recordings/readers.js';
import { Room } from '../../../src/camera/recordings/room.js';
import { ManualClock } from '../../manual-clock.js';

describe('What was recorded before', () => {
  it('is waited for, and not for long', async () => {
    const clock = new ManualClock();
    const waiting = new Loading(new Promise(() => undefined), clock).wait();
    const refused = expect(waiting).rejects.toThrow('what was recorded before is not read yet');
    await clock.advance(5_000);
    await refused;
  });

  it('is not waited for where it cannot be read, and whoever asks is told so', async () => {
    const loading = new Loading(Promise.resolve(false), new ManualClock());
    await expect(loading.wait()).rejects.toThrow("what was recorded before cannot be read: the gateway's log says why");
  });
});

describe('Where nothing can give way', () => {
  it.each([
    ['others have filled the disk', 1_000, '0 bytes are used, 0 may be; free some of the disk'],
    ['too little is allowed', 1_000_000_000, '0 bytes are used, 10 may be; raise camera.recordings.maxBytes'],
  ])('it is said what is to be done: %s', async (_what, free, words) => {
    const disk = () => Promise.resolve({ free, size: 2_000_000_000 });
    const parts = { maxBytes: 10, maxCount: 10, catalogue: new Catalogue(), readers: new Readers() };
    const room = new Room({ ...parts, disk, giveWay: () => Promise.reject(new Error('there is none')) });
    await expect(room.make(11)).rejects.toThrow(`there is no room for recordings: ${words}`);
  });
});
