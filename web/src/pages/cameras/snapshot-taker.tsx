import './snapshot-taker.css';
import { useState } from 'preact/hooks';
import { Problem } from '../../parts/asked.js';
import { Button } from '../../parts/button.js';
import { Drawn } from '../../parts/drawn.js';
import { useSending } from '../../parts/sending.js';
import { type Snapshot, snapshotOf } from '../../parts/snapshot.js';
import { momentOf } from '../../parts/times.js';
import { texts } from '../../texts/index.js';
import { DownloadLink } from './download-link.js';
import { fileNameOf } from './file-name.js';

const { snapshot: words } = texts.cameras;

/** A picture that is taken, looked at, and kept by whoever wants it. */
export function SnapshotTaker({ cameraId, isThere }: { cameraId: string; isThere: boolean }) {
  const [taken, setTaken] = useState<Snapshot>();
  const { isSending, refused, send } = useSending();
  const take = () => void send(async () => setTaken(await snapshotOf(cameraId)));
  return (
    <section aria-labelledby="snapshot">
      <h2 id="snapshot">{words.title}</h2>
      <p>
        <Button isOff={isSending || !isThere} onClick={take}>
          {words.take}
        </Button>
      </p>
      {refused && <Problem refused={refused} />}
      {taken && <Taken cameraId={cameraId} snapshot={taken} />}
    </section>
  );
}

function Taken({ cameraId, snapshot: { picture, capturedAt } }: { cameraId: string; snapshot: Snapshot }) {
  const at = momentOf(capturedAt);
  return (
    <figure>
      <Drawn picture={picture} alt={words.pictureOf(cameraId, at)} />
      <figcaption>
        <time dateTime={capturedAt}>{at}</time>{' '}
        <DownloadLink content={picture} name={fileNameOf(cameraId, capturedAt, 'jpg')}>
          {words.download}
        </DownloadLink>
      </figcaption>
    </figure>
  );
}
