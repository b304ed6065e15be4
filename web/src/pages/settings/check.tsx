import { useRef, useState } from 'preact/hooks';
import { answerOf, registry } from '../../api.js';
import { draftOf, dropDraft } from '../../drafts.js';
import { Problem } from '../../parts/asked.js';
import { Button } from '../../parts/button.js';
import { useSending } from '../../parts/sending.js';
import { texts } from '../../texts/index.js';
import { type Fault, typedIn } from './document.js';

const DRAFT = 'settings-check';

interface Judged {
  /** What was judged. */
  readonly text: string;
  readonly isYaml: boolean;
  readonly faults: readonly Fault[];
}

/** Another configuration, checked before it is written to the file; what is typed stays until somebody clears it. */
export function Check() {
  const draft = draftOf(DRAFT, '');
  const [judged, setJudged] = useState<Judged>();
  const { isSending, refused, send } = useSending();
  const field = useRef<HTMLTextAreaElement>(null);
  const text = draft.value;
  const check = (event: Event) => {
    event.preventDefault();
    void send(async () => setJudged(await judgementOf(text)));
  };
  const clear = () => {
    dropDraft(DRAFT);
    setJudged(undefined);
  };
  const { check: title, whatCounts, checkIt, checking, clear: clearIt } = texts.settings;
  return (
    <section aria-labelledby="check">
      <h2 id="check">{title}</h2>
      <p>{whatCounts}</p>
      <form autocomplete="off" onSubmit={check}>
        <label for="document">{texts.settings.text}</label>
        <textarea
          {...{ id: 'document', ref: field, value: text, rows: 16, spellcheck: false, autocapitalize: 'off' }}
          onInput={({ currentTarget }) => (draft.value = currentTarget.value)}
        />
        <div class="row">
          <Button type="submit" isOff={isSending || text === ''}>
            {isSending ? checking : checkIt}
          </Button>
          <Button onClick={clear} isOff={text === ''}>
            {clearIt}
          </Button>
        </div>
      </form>
      {refused && <Problem refused={refused} />}
      {judged && <Judgement {...judged} isOutdated={judged.text !== text} show={(offset) => showIn(field.current, offset)} />}
    </section>
  );
}

/** @throws Refused when the gateway does not say */
async function judgementOf(text: string): Promise<Judged> {
  const { sections, faults, placeOf } = typedIn(text, texts.settings.notSections);
  if (!sections) return { text, isYaml: false, faults };
  const { faults: found } = await answerOf(registry.POST('/settings/validations', { body: sections }));
  return { text, isYaml: true, faults: found.map((words) => faultAt(words, placeOf(settingIn(words)))) };
}

const faultAt = (words: string, at: Fault['at']): Fault => (at === undefined ? { words } : { words, at });

/** Each fault begins with the setting that it is about. */
const settingIn = (fault: string): string => fault.split(': ', 1)[0] ?? '';

function Judgement({ isYaml, faults, isOutdated, show }: Judged & { isOutdated: boolean; show: (offset: number) => void }) {
  const { valid, notYaml, faults: wrong, outdated, line } = texts.settings;
  const note = isOutdated && <p>{outdated}</p>;
  if (faults.length === 0)
    return (
      <div role="status">
        <p class="valid">{valid}</p>
        {note}
      </div>
    );
  return (
    <div class="problem" role="alert">
      <p>{isYaml ? wrong(faults.length) : notYaml}</p>
      <ul class="faults">
        {faults.map(({ words, at }, index) => (
          <li key={index}>
            {at && (
              <button type="button" disabled={isOutdated} onClick={() => show(at.offset)}>
                {line(at.line)}
              </button>
            )}{' '}
            {words}
          </li>
        ))}
      </ul>
      {note}
    </div>
  );
}

/** Puts the cursor where a fault is, with its line marked. */
function showIn(field: HTMLTextAreaElement | null, offset: number): void {
  if (!field) return;
  const begin = field.value.lastIndexOf('\n', offset - 1) + 1;
  const end = field.value.indexOf('\n', offset);
  field.focus();
  field.setSelectionRange(begin, end === -1 ? field.value.length : end);
}
