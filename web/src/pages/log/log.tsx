import { useEffect, useState } from 'preact/hooks';
import { answerOf, registry } from '../../api.js';
import { choiceOf } from '../../drafts.js';
import { Problem } from '../../parts/asked.js';
import { useEvery } from '../../parts/every.js';
import { clockOf } from '../../parts/times.js';
import { Refused } from '../../refused.js';
import { texts } from '../../texts/index.js';
import { hasText, type Level, LEVELS, type Line, NOTHING, type Said, withMore } from './lines.js';
import './log.css';

const AGAIN_MS = 2_000;
const MOST = 1_000;

interface Followed extends Said {
  readonly refused?: Refused;
}

/** What is said from `level` on, asked for again and again while the page can be seen. */
function useLog(level: Level, isFollowed: boolean): Followed {
  const [said, setSaid] = useState<Followed & { readonly level: Level }>({ ...NOTHING, level });
  const known: Said = said.level === level ? said : NOTHING;
  const ask = async () => {
    const after = known.next === undefined ? {} : { after: known.next };
    try {
      const answer = await answerOf(registry.GET('/log', { params: { query: { level, limit: MOST, ...after } } }));
      const isNothingNew = answer.next === known.next && said.refused === undefined;
      // another answer may have been quicker
      const isOvertaken = (now: Said & { readonly level: Level }) => now.level === level && now.next !== known.next;
      setSaid((now) => (isNothingNew || isOvertaken(now) ? now : { ...withMore(known, answer), level }));
    } catch (err) {
      setSaid({ ...known, level, refused: Refused.of(err) });
    }
  };
  useEffect(() => void ask(), [level]);
  useEvery(isFollowed ? AGAIN_MS : 0, () => void ask());
  return said.level === level ? said : NOTHING;
}

export function Log() {
  const level = choiceOf<Level>('log-level', 'DEBUG');
  const text = choiceOf('log-text', '');
  const [isPaused, setIsPaused] = useState(false);
  const { lines, dropped, next, refused } = useLog(level.value, !isPaused);
  const shown = lines.filter(hasText(text.value));
  const { about, controls, goOn, pause, paused, following, none, noneSuch } = texts.log;
  return (
    <>
      <p>{about}</p>
      <form class="filter" aria-label={controls} autocomplete="off" onSubmit={(event) => event.preventDefault()}>
        <label>
          {texts.log.level}{' '}
          <select value={level.value} onChange={({ currentTarget }) => (level.value = currentTarget.value as Level)}>
            {LEVELS.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        </label>
        <label>
          {texts.log.text}{' '}
          <input type="search" value={text.value} onInput={({ currentTarget }) => (text.value = currentTarget.value)} />
        </label>
        <button type="button" onClick={() => setIsPaused(!isPaused)}>
          {isPaused ? goOn : pause}
        </button>
        <p role="status">{isPaused ? paused : following}</p>
      </form>
      {refused && <Problem refused={refused} />}
      {dropped > 0 && <p>{texts.log.dropped(dropped)}</p>}
      {shown.length > 0 && <Lines lines={shown} />}
      {next !== undefined && shown.length === 0 && <p>{lines.length === 0 ? none : noneSuch}</p>}
    </>
  );
}

function Lines({ lines }: { lines: readonly Line[] }) {
  return (
    <ol class="log" aria-label={texts.log.lines}>
      {lines.map(({ number, time, level, message, details }) => (
        <li key={number}>
          <time dateTime={time}>{clockOf(time)}</time> <span class={`gravity ${level.toLowerCase()}`}>{level}</span> {message}{' '}
          {Object.entries(details).map(([name, value]) => (
            <span key={name} class="detail">
              {name}: {value}{' '}
            </span>
          ))}
        </li>
      ))}
    </ol>
  );
}
