import type { components } from '../../../../generated/camera.js';
import { answerOf, camera } from '../../api.js';
import { choiceOf } from '../../drafts.js';
import { Problem } from '../../parts/asked.js';
import { Button } from '../../parts/button.js';
import { useSending } from '../../parts/sending.js';
import { texts } from '../../texts/index.js';
import { Amount } from './amount.js';

const { recordings: words } = texts.cameras;
type Kind = components['schemas']['RecordingRequestKind'];
const KINDS: readonly Kind[] = ['STILL', 'BURST', 'CLIP'];
const BURST_EVERY_MS = 500;

interface Choice {
  readonly kind: Kind;
  readonly seconds: number;
  readonly count: number;
}
const initial: Choice = { kind: 'CLIP', seconds: 10, count: 5 };

interface StartRecordingProps {
  readonly cameraId: string;
  readonly isThere: boolean;
  readonly onBegun: () => void;
}

/** Records now. */
export function StartRecording({ cameraId, isThere, onBegun }: StartRecordingProps) {
  const choice = choiceOf<Choice>(`recording/${cameraId}`, initial);
  const { kind, seconds, count } = choice.value;
  const choose = (chosen: Partial<Choice>) => (choice.value = { ...choice.value, ...chosen });
  const { isSending, refused, send } = useSending();
  const begin = async (event: Event) => {
    event.preventDefault();
    const body = { kind, seconds, count, intervalMs: kind === 'BURST' ? BURST_EVERY_MS : 0 };
    const begun = camera.POST('/cameras/{cameraId}/recordings', { params: { path: { cameraId } }, body });
    if (await send(() => answerOf(begun))) onBegun();
  };
  return (
    <form class="amounts" aria-label={words.start} autocomplete="off" onSubmit={(event) => void begin(event)}>
      <label>
        {words.kind}
        <select
          value={kind}
          onChange={({ currentTarget: { value } }) => choose({ kind: KINDS.find((one) => one === value) ?? 'STILL' })}
        >
          {KINDS.map((one) => (
            <option key={one} value={one}>
              {words.kinds[one]}
            </option>
          ))}
        </select>
      </label>
      {kind === 'CLIP' && (
        <Amount
          label={words.seconds}
          range={{ min: 1, max: 600, step: 1 }}
          value={seconds}
          onChange={(seconds) => choose({ seconds })}
        />
      )}
      {kind === 'BURST' && (
        <Amount label={words.count} range={{ min: 2, max: 100, step: 1 }} value={count} onChange={(count) => choose({ count })} />
      )}
      <Button type="submit" isOff={isSending || !isThere}>
        {words.start}
      </Button>
      {refused && <Problem refused={refused} />}
    </form>
  );
}
