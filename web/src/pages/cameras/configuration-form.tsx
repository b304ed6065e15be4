import './configuration-form.css';
import { Problem } from '../../parts/asked.js';
import { Button } from '../../parts/button.js';
import { Outdated } from '../../parts/outdated.js';
import { isOutdated } from '../../tagged.js';
import { texts } from '../../texts/index.js';
import type { Editing } from './configuration.js';
import { DrawingTools } from './drawing-tools.js';
import { KeepingFields } from './keeping-fields.js';
import { MotionFields } from './motion-fields.js';
import { PlaceFields } from './place-fields.js';
import { PlaceList } from './place-list.js';
import { isOf, placesOf } from './places.js';
import type { Drawing } from './view.js';

const { configuration: words } = texts.cameras;

/** What is hidden, watched and kept: drawn on the picture or said here, and saved as a whole, for which the buttons stay by the picture. */
export function ConfigurationForm({ editing, drawing }: { editing: Editing; drawing: Drawing }) {
  const { shown, change, isChanged, isOvertaken, sending, save, saveOver, drop } = editing;
  if (!shown) return null;
  const selected = placesOf(shown).find((place) => isOf(place, drawing.selected));
  const submit = (event: Event) => {
    event.preventDefault();
    save();
  };
  return (
    <form class="camera-form" aria-label={words.title} autocomplete="off" onSubmit={submit}>
      {/* whoever has drawn decides, and loses nothing until then */}
      {isOvertaken && (
        <Outdated
          said={words.overtaken}
          ways={{ [words.saveOver]: saveOver, [words.takeTheirs]: drop }}
          isOff={sending.isSending}
        />
      )}
      {sending.refused && !isOutdated(sending.refused) && <Problem refused={sending.refused} />}
      <div class="row save">
        <Button type="submit" class="primary" isOff={!isChanged || isOvertaken || sending.isSending}>
          {words.save}
        </Button>
        <Button isOff={!isChanged || sending.isSending} onClick={drop}>
          {words.drop}
        </Button>
        <p role="status">{isChanged ? words.unsaved : ''}</p>
      </div>
      <DrawingTools shown={shown} drawing={drawing} />
      <PlaceList shown={shown} drawing={drawing} />
      {selected && <PlaceFields key={`${selected.kind} ${selected.index}`} {...{ shown, selected, drawing, change }} />}
      <MotionFields shown={shown} change={change} />
      <KeepingFields shown={shown} change={change} />
    </form>
  );
}
