import { describe, it, expect } from '@jest/globals';
import { Cameras } from '../../src/camera/cameras.js';
import { SimulatedCamera } from '../../src/devices/simulated/camera.js';

describe('Cameras', () => {
  it('lists its cameras in order and gets each by its cameraId', async () => {
    await using cameras = new Cameras([new SimulatedCamera('yard'), new SimulatedCamera('gate')]);
    expect(cameras.list().map(({ cameraId }) => cameraId)).toEqual(['yard', 'gate']);
    expect(cameras.get('gate').camera.driver).toBe('simulated');
    expect(cameras.find('attic')).toBeUndefined();
    expect(() => cameras.get('attic')).toThrow(
      expect.objectContaining({ code: 'notFound', message: 'there is no camera attic' }),
    );
  });

  it('refuses two cameras of one name', () => {
    expect(() => new Cameras([new SimulatedCamera('gate'), new SimulatedCamera('gate')])).toThrow('two cameras are called gate');
  });

  it('captures from the start of those that are kept warm alone', async () => {
    await using cameras = new Cameras([new SimulatedCamera('yard'), new SimulatedCamera('gate')], { warm: ['gate'] });
    expect(cameras.list().map(({ isCapturing }) => isCapturing)).toEqual([false, true]);
  });

  it('shows a picture from end to end', async () => {
    await using cameras = new Cameras([new SimulatedCamera('gate')], { idleMs: 0 });
    const called = Date.now();
    const frame = await cameras.get('gate').snapshot({ signal: new AbortController().signal });
    expect(frame.capturedAt).toBeGreaterThanOrEqual(called);
  });
});
