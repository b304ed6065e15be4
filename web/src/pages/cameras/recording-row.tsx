import { useState } from 'preact/hooks';
import { answerOf, camera } from '../../api.js';
import { Problem } from '../../parts/asked.js';
import { Button } from '../../parts/button.js';
import { Confirmed } from '../../parts/confirmed.js';
import { useSending } from '../../parts/sending.js';
import { Moment } from '../../parts/moment.js';
import { RowOf } from '../../parts/table.js';
import { momentOf } from '../../parts/times.js';
import { texts } from '../../texts/index.js';
import { fileNameOf } from './file-name.js';
import { contentOf } from './recording-content.js';
import { RecordingPlayer } from './recording-player.js';
import type { Recording } from './recordings.js';
import { saveAs } from './save-as.js';

const { recordings: words } = texts.cameras;

interface RecordingRowProps {
  readonly recording: Recording;
  readonly mayChange: boolean;
  readonly onGone: () => void;
}

/** A recording: what it is, to be looked at, saved, or taken away. */
export function RecordingRow({ recording, mayChange, onGone }: RecordingRowProps) {
  const { cameraId, recordingId, kind, cause, state, begunAt, frames, bytes, withheld } = recording;
  const [isOpen, setOpen] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const { isSending, refused, send } = useSending();
  const began = momentOf(begunAt);
  const path = { cameraId, recordingId };
  const remove = async () => {
    setAsking(false);
    const gone = camera.DELETE('/cameras/{cameraId}/recordings/{recordingId}', { params: { path } });
    if (await send(() => answerOf(gone))) onGone();
  };
  const save = () =>
    send(async () => saveAs(await contentOf(recording), fileNameOf(cameraId, begunAt, kind === 'STILL' ? 'jpg' : 'avi')));
  const isFinished = state !== 'RECORDING';
  return (
    <>
      <RowOf
        columns={words.columns}
        cells={[
          <Moment key="begun" time={begunAt} />,
          words.kinds[kind],
          words.causes[cause],
          <State key="state" recording={recording} />,
          <span key="size" class="number">
            {words.size(frames, bytes)}
          </span>,
          <>
            <div class="row">
              <Button aria-expanded={isOpen} isOff={!isFinished || withheld} onClick={() => setOpen(!isOpen)}>
                {words.look}
              </Button>
              <Button isOff={isSending || withheld} onClick={() => void save()}>
                {words.save}
              </Button>
              {mayChange && (
                <Button class="danger" isOff={isSending} onClick={() => setAsking(true)}>
                  {words.remove}
                </Button>
              )}
            </div>
            {isAsking && (
              <Confirmed
                question={words.removeThat(words.kinds[kind], began)}
                action={words.remove}
                onYes={() => void remove()}
                onNo={() => setAsking(false)}
              />
            )}
          </>,
        ]}
      />
      {(isOpen || refused) && (
        <tr>
          <td colSpan={words.columns.length}>
            {refused && <Problem refused={refused} />}
            {isOpen && <RecordingPlayer recording={recording} />}
          </td>
        </tr>
      )}
    </>
  );
}

function State({ recording: { state, reason, withheld } }: { recording: Recording }) {
  return (
    <>
      {words.states[state]}
      {reason && <div class="hint">{reason}</div>}
      {withheld && <div class="hint">{words.withheld}</div>}
    </>
  );
}
