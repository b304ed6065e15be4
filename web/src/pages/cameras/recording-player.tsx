import './recording-player.css';
import { useEffect, useState } from 'preact/hooks';
import { Problem } from '../../parts/asked.js';
import { Drawn } from '../../parts/drawn.js';
import { Refused } from '../../refused.js';
import { texts } from '../../texts/index.js';
import { contentOf } from './recording-content.js';
import type { Recording } from './recordings.js';

const { recordings: words } = texts.cameras;
/** What was taken far apart is shown at this pace, ms. */
const SLOWEST_MS = 500;

/** What was asked for last: a picture, or why there is none. */
interface Found {
  readonly frame?: number;
  readonly picture?: Blob;
  readonly refused?: Refused;
}

/** The pictures of a recording one by one, as no browser plays them by itself. */
export function RecordingPlayer({ recording }: { recording: Recording }) {
  const { begunAt, endedAt, frames } = recording;
  const [frame, setFrame] = useState(0);
  const [isPlaying, setPlaying] = useState(false);
  const [found, setFound] = useState<Found>({});
  useEffect(() => {
    const left = new AbortController();
    const show = (found: Found) => {
      if (!left.signal.aborted) setFound(found);
    };
    contentOf(recording, frame, left.signal).then(
      (picture) => show({ frame, picture }),
      (err: unknown) => show({ frame, refused: Refused.of(err) }),
    );
    return () => left.abort();
  }, [frame]);
  const isLast = frame >= frames - 1;
  const paceMs = Math.min((Date.parse(endedAt) - Date.parse(begunAt)) / Math.max(frames - 1, 1), SLOWEST_MS);
  useEffect(() => {
    // what the slider was moved to meanwhile comes first
    if (!isPlaying || found.frame !== frame) return;
    const timer = setTimeout(() => (isLast ? setPlaying(false) : setFrame(frame + 1)), paceMs);
    return () => clearTimeout(timer);
  }, [isPlaying, found, frame]);
  const play = () => {
    if (isLast) setFrame(0);
    setPlaying(!isPlaying);
  };
  return (
    <div class="player">
      {found.refused && <Problem refused={found.refused} />}
      {found.picture && <Drawn picture={found.picture} alt={words.frameOf(frame, frames)} />}
      {frames > 1 && (
        <div class="row">
          <button type="button" onClick={play}>
            {isPlaying ? words.pause : words.play}
          </button>
          <input
            type="range"
            aria-label={words.frame}
            min={0}
            max={frames - 1}
            value={frame}
            onInput={({ currentTarget }) => setFrame(currentTarget.valueAsNumber)}
          />
          <output>{words.frameOf(frame, frames)}</output>
        </div>
      )}
    </div>
  );
}
