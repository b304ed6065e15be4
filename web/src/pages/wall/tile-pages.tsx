import { computed } from '@preact/signals';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { ReadingTile } from '../../parts/reading-tile.js';
import { type Presence, tags } from '../../tags.js';
import { texts } from '../../texts/index.js';

/** Of maybe thousands: more pages than these nobody waits for. */
const MOST = 120;
/** What somebody has to look after comes before what is well. */
const RANKS: Readonly<Record<Presence, number>> = { OFFLINE: 0, LATE: 1, ONLINE: 2 };
const ranked = computed(() => tags.value.toSorted((a, b) => RANKS[a.value.presence] - RANKS[b.value.presence]));

/**
 * As many columns of tiles as fit, whatever is in a tile; those that do not are pages beside them, which are turned one after the other.
 *
 * @param turns how often they were turned
 */
export function TilePages({ turns }: { turns: number }) {
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
    <section class="wall-tags" aria-labelledby="tags">
      <h2 id="tags" class="hidden">
        {texts.wall.tags}
      </h2>
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
    </section>
  );
}

/** From one page to the next, px. */
const stepOf = (tiles: HTMLElement): number => tiles.clientWidth + parseFloat(getComputedStyle(tiles).columnGap);

/** What is a pixel wider is so by rounding. */
function pagesOf(tiles: HTMLElement): number {
  return Math.max(1, Math.ceil((tiles.scrollWidth - tiles.clientWidth - 1) / stepOf(tiles)) + 1);
}
