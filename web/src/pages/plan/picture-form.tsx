import { useSignal } from '@preact/signals';
import { Problem } from '../../parts/asked.js';
import { Button } from '../../parts/button.js';
import { Confirmed } from '../../parts/confirmed.js';
import { Outdated } from '../../parts/outdated.js';
import { useSending } from '../../parts/sending.js';
import { isOutdated } from '../../tagged.js';
import { texts } from '../../texts/index.js';
import { ACCEPTED, type KnownPicture, removePicture, sendPicture, unfitness } from './picture.js';

const said = texts.plan;

interface Known {
  /** What it is now: of a picture that nobody has seen here none is made another. */
  readonly picture: Exclude<KnownPicture, 'UNKNOWN'>;
  readonly lookAgain: () => void;
}

/** Where somebody gives the plan its picture, or takes it away. */
export function PictureForm({ picture, lookAgain }: Known) {
  const file = useSignal<File | undefined>(undefined);
  const isAsking = useSignal(false);
  const isReplaced = useSignal(false);
  const { isSending, refused, send } = useSending();
  const unfit = file.value && unfitness(file.value);
  const submit = async (event: Event) => {
    event.preventDefault();
    const { value } = file;
    if (!value || unfit !== undefined) return;
    isReplaced.value = await send(() => sendPicture(value, picture));
    if (isReplaced.value) lookAgain();
  };
  const remove = async () => {
    isAsking.value = false;
    if (await send(() => removePicture(picture))) lookAgain();
  };
  const choose = (files: FileList | null) => {
    file.value = files?.[0];
    isReplaced.value = false;
  };
  return (
    <form class="picture-form" onSubmit={(event) => void submit(event)}>
      <label>
        {said.file}
        <input type="file" accept={ACCEPTED} onChange={({ currentTarget }) => choose(currentTarget.files)} />
      </label>
      {unfit !== undefined && (
        <p class="problem" role="alert">
          {unfit}
        </p>
      )}
      {isOutdated(refused) ? (
        <Outdated said={said.outdated} ways={{ [texts.shell.askAgain]: lookAgain }} />
      ) : (
        refused && <Problem refused={refused} />
      )}
      <p role="status">{isReplaced.value ? said.replaced : ''}</p>
      <div class="row">
        <Button type="submit" isOff={isSending || !file.value || unfit !== undefined}>
          {said.upload}
        </Button>
        {picture !== 'NONE' && (
          <Button class="danger" isOff={isSending} onClick={() => (isAsking.value = true)}>
            {said.remove}
          </Button>
        )}
      </div>
      {isAsking.value && (
        <Confirmed
          question={said.removeAsked}
          action={said.remove}
          onNo={() => (isAsking.value = false)}
          onYes={() => void remove()}
        />
      )}
    </form>
  );
}
