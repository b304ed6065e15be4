import './recordings.css';
import { useEffect, useState } from 'preact/hooks';
import type { components } from '../../../../generated/camera.js';
import { answerOf, camera } from '../../api.js';
import { Shown, useAsked } from '../../parts/asked.js';
import { TableOf } from '../../parts/table.js';
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
            {found.length === 0 ? (
              <p>{words.none}</p>
            ) : (
              <RecordingTable found={found} mayChange={mayChange} onGone={asked.again} />
            )}
            {found.length === limit && limit < MOST && (
              <button type="button" onClick={() => setLimit(Math.min(limit + PAGE, MOST))}>
                {texts.shell.more}
              </button>
            )}
          </>
        )}
      </Shown>
    </section>
  );
}

interface RecordingTableProps {
  readonly found: readonly Recording[];
  readonly mayChange: boolean;
  readonly onGone: () => void;
}

function RecordingTable({ found, mayChange, onGone }: RecordingTableProps) {
  return (
    <div class="recordings">
      <TableOf caption={words.title} columns={words.columns}>
        {found.map((recording) => (
          <RecordingRow key={recording.recordingId} {...{ recording, mayChange, onGone }} />
        ))}
      </TableOf>
    </div>
  );
}
