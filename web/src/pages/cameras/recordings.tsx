import './recordings.css';
import { useEffect, useState } from 'preact/hooks';
import type { components } from '../../../../generated/camera.js';
import { answerOf, camera } from '../../api.js';
import { Shown, useAsked } from '../../parts/asked.js';
import { texts } from '../../texts/index.js';
import { RecordingRow } from './recording-row.js';
import { StartRecording } from './start-recording.js';

export type Recording = components['schemas']['Recording'];

const { recordings: words } = texts.cameras;
const PAGE = 10;
/** As the specification has it. */
const MOST = 500;
const AGAIN_MS = 2000;

interface RecordingsProps {
  readonly cameraId: string;
  readonly isThere: boolean;
  readonly mayChange: boolean;
}

/** What was kept of a camera, newest first. */
export function Recordings({ cameraId, isThere, mayChange }: RecordingsProps) {
  const [limit, setLimit] = useState(PAGE);
  const params = { path: { cameraId }, query: { limit } };
  const asked = useAsked(() => answerOf(camera.GET('/cameras/{cameraId}/recordings', { params })), [cameraId, limit]);
  useEffect(() => {
    // nothing tells of what goes on
    if (!asked.value?.some(({ state }) => state === 'RECORDING')) return;
    const timer = setTimeout(asked.again, AGAIN_MS);
    return () => clearTimeout(timer);
  }, [asked.value, asked.refused]);
  return (
    <section aria-labelledby="recordings">
      <h2 id="recordings">{words.title}</h2>
      {mayChange && <StartRecording cameraId={cameraId} isThere={isThere} onBegun={asked.again} />}
      <Shown asked={asked}>
        {(found) => (
          <>
            {found.length === 0 ? <p>{words.none}</p> : <Table found={found} mayChange={mayChange} onGone={asked.again} />}
            {found.length === limit && limit < MOST && (
              <button type="button" onClick={() => setLimit(Math.min(limit + PAGE, MOST))}>
                {words.more}
              </button>
            )}
          </>
        )}
      </Shown>
    </section>
  );
}

function Table({ found, mayChange, onGone }: { found: readonly Recording[]; mayChange: boolean; onGone: () => void }) {
  return (
    <table class="cards recordings">
      <thead>
        <tr>
          {words.columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {found.map((recording) => (
          <RecordingRow key={recording.recordingId} {...{ recording, mayChange, onGone }} />
        ))}
      </tbody>
    </table>
  );
}
