import './configuration-form.css';
import { useState } from 'preact/hooks';
import { answerOf, registry } from '../../api.js';
import { type DeviceConfiguration, readConfiguration, writeConfiguration } from '../../device-configuration.js';
import { draftOf, dropDraft } from '../../drafts.js';
import { Problem, Shown, useAsked } from '../../parts/asked.js';
import { Button } from '../../parts/button.js';
import { Confirmed } from '../../parts/confirmed.js';
import { Outdated } from '../../parts/outdated.js';
import { useSending } from '../../parts/sending.js';
import { type Reading, deviceIdOf, nameOf } from '../../tags.js';
import { isOutdated, type Tagged } from '../../tagged.js';
import { texts } from '../../texts/index.js';
import { CalibrationFields } from './calibration-fields.js';
import { configurationWith, type Draft, nothingTyped, type Typed, typedOf } from './configured.js';
import { TextFields } from './text-fields.js';

const { form: said } = texts.sensors;

interface About {
  readonly mac: string;
  /** What it said last; absent of one that is not read. */
  readonly reading: Reading | undefined;
}

interface Known extends Tagged<DeviceConfiguration> {
  readonly adoption: 'NEW' | 'ADOPTED' | 'IGNORED';
}

/** Where somebody adopts a tag, names it, places it and calibrates it. */
export function ConfigurationForm({ mac, reading }: About) {
  const asked = useAsked(() => ask(deviceIdOf(mac)), [mac]);
  return (
    <section aria-labelledby="configuration">
      <h2 id="configuration">{said.title}</h2>
      <Shown asked={asked}>{(known) => <Form mac={mac} reading={reading} known={known} lookAgain={asked.again} />}</Shown>
    </section>
  );
}

async function ask(deviceId: string): Promise<Known> {
  const device = answerOf(registry.GET('/devices/{deviceId}', { params: { path: { deviceId } } }));
  const [known, { adoption = 'NEW' }] = await Promise.all([readConfiguration(deviceId), device]);
  return { ...known, adoption };
}

interface Shown extends About {
  readonly known: Known;
  readonly lookAgain: () => void;
}

function Form({ mac, reading, known, lookAgain }: Shown) {
  const deviceId = deviceIdOf(mac);
  const { adoption, value: configuration, etag } = known;
  const draft = draftOf<Draft>(deviceId, nothingTyped);
  const [isSaved, setSaved] = useState(false);
  const [isAsking, setAsking] = useState(false);
  const { isSending, refused, send } = useSending();
  const there = typedOf(configuration);
  const offsets = { ...there.offsets, ...draft.value.typed.offsets };
  const typed = { ...there, ...draft.value.typed, offsets };
  const hasTyped = Object.keys(draft.value.typed).length > 0;
  // somebody has looked at what is there now, and goes on from it
  const isOther = hasTyped && draft.value.etag !== etag;

  const change = (more: Partial<Typed>) => {
    setSaved(false);
    const before = draft.value.typed;
    // of the offsets only those that were typed: the others may be somebody else's by then
    const offsets = more.offsets && { offsets: { ...before.offsets, ...more.offsets } };
    draft.value = { etag: draft.value.etag ?? etag, typed: { ...before, ...more, ...offsets } };
  };
  const discard = () => dropDraft(deviceId);
  const save = async (decided: 'ADOPTED' | 'IGNORED' | undefined) => {
    const begun = draft.value.etag ?? etag;
    const sent = draft.value;
    const whole = { ...configurationWith(configuration, typed), ...(decided && { adoption: decided }) };
    const isDone = await send(async () => {
      const { etag: saved } = await writeConfiguration(deviceId, { value: whole, etag: begun });
      // what was typed meanwhile stays, and goes on from what was saved
      if (draft.value === sent) discard();
      else if (draft.value.etag !== undefined) draft.value = { ...draft.value, etag: saved };
      lookAgain();
    });
    setSaved(isDone && draft.value === nothingTyped);
  };
  const lookAtOther = () => {
    // nothing is refused any more
    void send(() => Promise.resolve());
    lookAgain();
    draft.value = { ...draft.value, etag: undefined };
  };

  const submit = (event: Event) => {
    event.preventDefault();
    void save(adoption === 'ADOPTED' ? undefined : 'ADOPTED');
  };
  return (
    <form class="configuration" onSubmit={submit}>
      <p>{said.adoption[adoption]}</p>
      <TextFields typed={typed} there={isOther ? there : undefined} onChange={change} />
      {reading && <CalibrationFields reading={reading} known={configuration} typed={typed} onChange={change} />}
      {isOutdated(refused) ? (
        <Outdated said={said.outdated} ways={{ [said.lookAgain]: lookAtOther }} />
      ) : (
        refused && <Problem refused={refused} />
      )}
      <p role="status">{isSaved ? said.saved : ''}</p>
      <div class="row">
        <Button type="submit" isOff={isSending}>
          {adoption === 'ADOPTED' ? said.save : said.adopt}
        </Button>
        {adoption === 'IGNORED' ? (
          <Button isOff={isSending} onClick={() => void save(undefined)}>
            {said.save}
          </Button>
        ) : (
          <Button class="danger" isOff={isSending} onClick={() => setAsking(true)}>
            {said.ignore}
          </Button>
        )}
        {hasTyped && (
          <button type="button" onClick={discard}>
            {said.discard}
          </button>
        )}
      </div>
      {isAsking && (
        <Confirmed
          question={said.ignoreAsked(nameOf({ mac, name: configuration.name }))}
          action={said.ignore}
          onNo={() => setAsking(false)}
          onYes={() => {
            setAsking(false);
            void save('IGNORED');
          }}
        />
      )}
    </form>
  );
}
