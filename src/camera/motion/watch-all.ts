import { AtMost } from '../../at-most.js';
import type { Clock } from '../../clock.js';
import { GatewayError } from '../../errors.js';
import type { CameraConfigurations } from '../configurations.js';
import type { LiveView } from '../live-view.js';
import { type CameraMotion, MotionWatch } from './motion-watch.js';

/** Pictures that are made small at the same time, for all cameras. */
const AT_ONCE = 2;

/** Looks through every camera that is to be watched, until disposed. */
export function watchAll(
  views: readonly LiveView[],
  configurations: CameraConfigurations,
  clock: Clock,
  tell: (motion: CameraMotion) => void,
): AsyncDisposable {
  const refusal = () => new GatewayError('unavailable', 'too many cameras are looked through');
  const work = new AtMost(AT_ONCE, views.length, refusal);
  const watches = views.map(
    (view) => new MotionWatch({ view, configuration: configurations.of(view.cameraId), clock, work, tell }),
  );
  return {
    async [Symbol.asyncDispose]() {
      await Promise.all(watches.map((watch) => watch[Symbol.asyncDispose]()));
    },
  };
}
