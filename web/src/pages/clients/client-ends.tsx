import { useState } from 'preact/hooks';
import { access, answerOf } from '../../api.js';
import { dropDraft } from '../../drafts.js';
import { Problem } from '../../parts/asked.js';
import { Button } from '../../parts/button.js';
import { Confirmed } from '../../parts/confirmed.js';
import { useSending } from '../../parts/sending.js';
import { hrefTo } from '../../route.js';
import type { Tagged } from '../../tagged.js';
import { texts } from '../../texts/index.js';
import { type Client, draftOfClient } from './client-fields.js';
import type { Given } from './secret.js';

interface Ended {
  readonly client: Tagged<Client>;
  /** Is given the new secret, this once. */
  readonly onGiven: (given: Given) => void;
  readonly changed: () => void;
}

type Question = 'SECRET' | 'REVOKE' | 'FORGET';

/** What ends what a client has: its secret, its tokens, itself. */
export function ClientEnds({ client: { value: client, etag }, onGiven, changed }: Ended) {
  const { clientId } = client;
  const path = { clientId };
  const { isSending, refused, send } = useSending();
  const [overlapS, setOverlapS] = useState(0);
  const [isRevoked, setIsRevoked] = useState(false);
  const [asked, setAsked] = useState<Question>();
  const rotate = async () => {
    onGiven(await answerOf(access.POST('/clients/{clientId}/secret', { params: { path }, body: { overlapS } })));
    changed();
  };
  const revoke = async () => {
    await answerOf(access.POST('/clients/{clientId}/revocation', { params: { path } }));
    setIsRevoked(true);
  };
  const forget = async () => {
    const params = { path, header: { 'If-Match': etag } };
    await answerOf(access.DELETE('/clients/{clientId}', { params }));
    dropDraft(draftOfClient(clientId));
    location.hash = hrefTo('clients');
  };
  const { ends, newSecret, newSecretQuestion, revoke: end, revokeQuestion, revoked, forget: forgetIt } = texts.clients;
  const questions = {
    SECRET: { question: newSecretQuestion(clientId), action: newSecret, act: rotate },
    REVOKE: { question: revokeQuestion(clientId), action: end, act: revoke },
    FORGET: { question: texts.clients.forgetQuestion(clientId), action: forgetIt, act: forget },
  };
  const yes = (question: Question) => {
    setAsked(undefined);
    setIsRevoked(false);
    void send(questions[question].act);
  };
  return (
    <section aria-labelledby="ends">
      <h2 id="ends">{ends}</h2>
      <div class="row">
        {client.keys === undefined && <Overlap {...{ overlapS, onChange: setOverlapS }} />}
        {client.keys === undefined && (
          <Button isOff={isSending} onClick={() => (overlapS === 0 ? setAsked('SECRET') : yes('SECRET'))}>
            {newSecret}
          </Button>
        )}
        <Button isOff={isSending} onClick={() => setAsked('REVOKE')}>
          {end}
        </Button>
        <Button class="danger" isOff={isSending} onClick={() => setAsked('FORGET')}>
          {forgetIt}
        </Button>
      </div>
      {isRevoked && <p role="status">{revoked}</p>}
      {refused && <Problem refused={refused} />}
      {asked && <Confirmed {...questions[asked]} onYes={() => yes(asked)} onNo={() => setAsked(undefined)} />}
    </section>
  );
}

function Overlap({ overlapS, onChange }: { overlapS: number; onChange: (overlapS: number) => void }) {
  return (
    <label class="beside">
      {texts.clients.overlap}{' '}
      <select value={overlapS} onChange={({ currentTarget }) => onChange(Number(currentTarget.value))}>
        {Object.entries(texts.clients.overlaps).map(([seconds, words]) => (
          <option key={seconds} value={seconds}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
