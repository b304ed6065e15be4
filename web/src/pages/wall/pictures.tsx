import { cameras } from '../../model.js';
import { CameraPicture } from '../../parts/camera-picture.js';
import { texts } from '../../texts/index.js';

/** So many are large enough to be seen from afar, and a browser keeps few streams. */
const AT_ONCE = 2;

/** The cameras, two at a time. @param turns how often pages were turned */
export function Pictures({ turns }: { turns: number }) {
  const all = cameras.value;
  const first = (turns % Math.ceil(all.length / AT_ONCE)) * AT_ONCE;
  return (
    <section class="wall-pictures" aria-label={texts.wall.pictures}>
      {all.slice(first, first + AT_ONCE).map((info) => (
        <CameraPicture key={info.cameraId} info={info} kind="stream" />
      ))}
    </section>
  );
}
