import { useState } from 'preact/hooks';
import type { components } from '../../../../generated/registry.js';
import { answerOf, registry } from '../../api.js';
import { Ago } from '../../parts/ago.js';
import { Problem, Shown } from '../../parts/asked.js';
import { Button } from '../../parts/button.js';
import { Confirmed } from '../../parts/confirmed.js';
import { More, usePaged } from '../../parts/paged.js';
import { useSending } from '../../parts/sending.js';
import { Table } from '../../parts/table.js';
import { may } from '../../session.js';
import { texts } from '../../texts/index.js';

type Rejection = components['schemas']['Rejection'];

/** Instead of the number of one. */
const ALL = 'ALL';

interface Kept {
  readonly destinationId: string;
  /** How many are kept in all. */
  readonly count: number;
  /** How often rows were refused: one that is refused once more is kept as before. */
  readonly refusals: number;
  /** Is told that there are fewer, or that some are to be sent again. */
  readonly changed: () => void;
}

/** The rows that a database refused, each with its words, and what can be done about them. */
export function Rejections({ destinationId, count, refusals, changed }: Kept) {
  const path = { destinationId };
  const listed = usePaged(
    (query) => registry.GET('/destinations/{destinationId}/rejections', { params: { path, query } }),
    [destinationId],
    [count, refusals],
  );
  const { isSending, refused, send } = useSending();
  const [toForget, setToForget] = useState<string>();
  const done = async (action: () => Promise<unknown>) => {
    if (!(await send(action))) return;
    listed.again();
    changed();
  };
  const sendAgain = (body: { rejectionIds?: string[] }) =>
    done(() => answerOf(registry.POST('/destinations/{destinationId}/rejections/retries', { params: { path }, body })));
  const forget = (rejectionId: string) => {
    setToForget(undefined);
    const one = { params: { path: { destinationId, rejectionId } } };
    void done(() =>
      answerOf(
        rejectionId === ALL
          ? registry.DELETE('/destinations/{destinationId}/rejections', { params: { path } })
          : registry.DELETE('/destinations/{destinationId}/rejections/{rejectionId}', one),
      ),
    );
  };
  const { notTaken, sendAllAgain, forgetAll, forgetAllQuestion, forgetQuestion, forget: forgetIt } = texts.destinations;
  const question = toForget === ALL ? forgetAllQuestion(count, destinationId) : forgetQuestion(toForget ?? '');
  return (
    <section aria-labelledby="not-taken">
      <h2 id="not-taken">{notTaken}</h2>
      {refused && <Problem refused={refused} />}
      {count > 0 && may('registry:write') && (
        <div class="row">
          <Button isOff={isSending} onClick={() => void sendAgain({})}>
            {sendAllAgain}
          </Button>
          <Button class="danger" isOff={isSending} onClick={() => setToForget(ALL)}>
            {forgetAll}
          </Button>
        </div>
      )}
      <Shown asked={listed}>
        {(rejections) => (
          <List {...{ rejections, isSending }} again={(row) => void sendAgain({ rejectionIds: [row] })} forget={setToForget} />
        )}
      </Shown>
      <More of={listed} />
      {toForget !== undefined && (
        <Confirmed {...{ question, action: forgetIt }} onYes={() => forget(toForget)} onNo={() => setToForget(undefined)} />
      )}
    </section>
  );
}

interface Listed {
  readonly rejections: readonly Rejection[];
  readonly isSending: boolean;
  readonly again: (rejectionId: string) => void;
  readonly forget: (rejectionId: string) => void;
}

function List({ rejections, isSending, again, forget }: Listed) {
  const { notTaken, rejectionColumns: columns, nothingRefused, again: isAgain, sendAgain, forget: forgetIt } = texts.destinations;
  const { sendAgainOf, forgetOf } = texts.destinations;
  return (
    <Table
      {...{ caption: notTaken, columns, none: nothingRefused, rows: rejections }}
      keyOf={({ rejectionId }) => rejectionId}
      cells={({ rejectionId, rejectedAt, reason, again: isToBeSent, point }) => [
        <Point {...point} />,
        <Ago time={rejectedAt} />,
        reason,
        may('registry:write') && (
          <div class="row">
            {isToBeSent ? (
              <span>{isAgain}</span>
            ) : (
              <Button aria-label={sendAgainOf(rejectionId)} isOff={isSending} onClick={() => again(rejectionId)}>
                {sendAgain}
              </Button>
            )}
            <button type="button" class="danger" aria-label={forgetOf(rejectionId)} onClick={() => forget(rejectionId)}>
              {forgetIt}
            </button>
          </div>
        ),
      ]}
    />
  );
}

/** As a line of it would be read, and all that is in it. */
function Point({ measurement, tags, time, fields }: Rejection['point']) {
  return (
    <details class="point">
      <summary>
        {measurement} <Ago time={time} />
      </summary>
      <pre>{JSON.stringify({ tags, fields }, undefined, 1)}</pre>
    </details>
  );
}
