import { computed } from '@preact/signals';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Shown } from '../../parts/asked.js';
import { ReadingTile } from '../../parts/reading-tile.js';
import { type Presence, tags, tagsAsked } from '../../tags.js';
import { texts } from '../../texts/index.js';

/** Of maybe thousands: more pages than these nobody waits for. */
const MOST = 120;
/** What somebody has to look after comes before what is well. */
const RANKS: Readonly<Record<Presence, number>> = { OFFLINE: 0, LATE: 1, ONLINE: 2 };
const ranked = computed(() => tags.value.toSorted((a, b) => RANKS[a.value.presence] - RANKS[b.value.presence]));

/** The tags, page by page. @param turns how often they were turned */
export function TilePages({ turns }: { turns: number }) {
  return (
    <section class="wall-tags" aria-labelledby="tags">
      <h2 id="tags" class="hidden">
        {texts.wall.tags}
      </h2>
      <Shown asked={tagsAsked.value}>
        {({ length }) => (length === 0 ? <p>{texts.street.noTags}</p> : <Tiles turns={turns} />)}
      </Shown>
    </section>
  );
}

/** As many columns of tiles as fit, whatever is in a tile; those that do not are pages beside them, which are turned one after the other. */
function Tiles({ turns }: { turns: number }) {
  const box = useRef<HTMLDivElement>(null);
  const [count, setCount] = useState(1);
  const page = turns % count;
  const shown = ranked.value.slice(0, MOST);
  const left = ranked.value.length - shown.length;
  useLayoutEffect(() => {
    const tiles = box.current;
    if (!tiles) return;
    const measure = () => setCount(pagesOf(tiles));
    measure();
    const resized = new ResizeObserver(measure);
    resized.observe(tiles);
    return () => resized.disconnect();
  }, [shown.length, turns]);
  useLayoutEffect(() => {
    const { current: tiles } = box;
    tiles?.scrollTo({ left: page * stepOf(tiles) });
  }, [page, count]);
  return (
    <>
      <div ref={box} class="wall-tiles">
        {shown.map((tag) => (
          <ReadingTile key={tag.peek().mac} tag={tag} />
        ))}
      </div>
      {count > 1 && (
        <p class="wall-page">
          {left > 0 && <span>{texts.wall.notShown(left)}</span>} <span>{texts.wall.page(page + 1, count)}</span>
        </p>
      )}
    </>
  );
}

/** From one page to the next, px. */
const stepOf = (tiles: HTMLElement): number => tiles.clientWidth + parseFloat(getComputedStyle(tiles).columnGap);

/** What is a pixel wider is so by rounding. */
function pagesOf(tiles: HTMLElement): number {
  return Math.max(1, Math.ceil((tiles.scrollWidth - tiles.clientWidth - 1) / stepOf(tiles)) + 1);
}
