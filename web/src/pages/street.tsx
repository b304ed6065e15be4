import { type CameraInfo, cameraList, serviceList } from '../model.js';
import { Shown } from '../parts/asked.js';
import { CameraPicture } from '../parts/camera-picture.js';
import { streamed } from '../parts/camera-streams.js';
import { InParts } from '../parts/in-parts.js';
import { ReadingTile } from '../parts/reading-tile.js';
import { ServiceTable } from '../parts/service-table.js';
import { type tags, tagsAsked } from '../tags.js';
import { texts } from '../texts/index.js';

/** At first, of maybe thousands. */
const TILES = 120;
/** As many as are on a large screen. */
const TILES_AT_ONCE = 20;
const ROWS = 50;

/** What lives, at a glance. */
export function Street() {
  return (
    <>
      <section aria-labelledby="cameras">
        <h2 id="cameras">{texts.street.cameras}</h2>
        <Shown asked={cameraList.asked.value}>{(cameras) => <Pictures cameras={cameras} />}</Shown>
      </section>
      <section aria-labelledby="tags">
        <h2 id="tags">{texts.street.tags}</h2>
        <Shown asked={tagsAsked.value}>{(tags) => <Tiles tags={tags} />}</Shown>
      </section>
      <section aria-labelledby="services">
        <h2 id="services">{texts.street.services}</h2>
        <Shown asked={serviceList.asked.value}>
          {(services) => (
            <InParts items={services} size={ROWS}>
              {(shown) => <ServiceTable services={shown} />}
            </InParts>
          )}
        </Shown>
      </section>
    </>
  );
}

function Tiles({ tags: all }: { tags: typeof tags.value }) {
  if (all.length === 0) return <p>{texts.street.noTags}</p>;
  return (
    <InParts items={all} size={TILES} step={TILES_AT_ONCE}>
      {(shown) => (
        <div class="tiles">
          {shown.map((tag) => (
            <ReadingTile key={tag.peek().mac} tag={tag} />
          ))}
        </div>
      )}
    </InParts>
  );
}

function Pictures({ cameras }: { cameras: readonly CameraInfo[] }) {
  if (cameras.length === 0) return <p>{texts.cameras.none}</p>;
  const streaming = streamed(cameras);
  return (
    <div class="pictures">
      {cameras.map((info) => (
        <CameraPicture key={info.cameraId} info={info} kind={streaming.has(info) ? 'stream' : 'snapshot'} />
      ))}
    </div>
  );
}
