import { type CameraInfo, cameraList } from '../../model.js';
import { Shown } from '../../parts/asked.js';
import { CameraPicture } from '../../parts/camera-picture.js';
import { texts } from '../../texts/index.js';

/** So many are large enough to be seen from afar. */
const AT_ONCE = 2;

/** The cameras, two at a time. @param turns how often pages were turned */
export function Pictures({ turns }: { turns: number }) {
  return (
    <section class="wall-pictures" aria-label={texts.wall.pictures}>
      <Shown asked={cameraList.asked.value}>
        {(cameras) => shownOf(cameras, turns).map((info) => <CameraPicture key={info.cameraId} info={info} kind="stream" />)}
      </Shown>
    </section>
  );
}

function shownOf(cameras: readonly CameraInfo[], turns: number): readonly CameraInfo[] {
  const first = (turns % Math.ceil(cameras.length / AT_ONCE)) * AT_ONCE;
  return cameras.slice(first, first + AT_ONCE);
}
