import { useEffect, useState } from 'preact/hooks';
import { answerOf, gpio } from '../../api.js';
import { Problem } from '../../parts/asked.js';
import { Button } from '../../parts/button.js';
import { Confirmed } from '../../parts/confirmed.js';
import { useSending } from '../../parts/sending.js';
import { Switch } from '../../parts/switch.js';
import { may } from '../../session.js';
import { texts } from '../../texts/index.js';
import { Blink } from './blink.js';
import { hold, namingLease, ownLeaseOf, release } from './leases.js';
import { LineFacts, nameOf } from './line-facts.js';
import type { Line } from './use-lines.js';

/** What is asked, and what is done when it is answered, whatever the line shows by then. */
interface Question {
  readonly words: string;
  readonly action: string;
  readonly value: 0 | 1;
}

/** An output: what it shows, by what the gateway says, and the ways to change that. @param again asks the gateway what it shows now */
export function OutputCard({ line, where, again }: { line: Line; where: string | undefined; again: () => void }) {
  const { isSending, refused, send } = useSending();
  const [question, setQuestion] = useState<Question>();
  // of a lease that is on its way here, the line may tell first
  const isHeld = line.leasedUntil !== undefined && !ownLeaseOf(line) && !isSending;
  const isChangeable = may('gpio:write') && line.state === 'ACTIVE';
  const isOn = line.value === 1;
  // of a line that is called otherwise by now, or is somebody else's, nobody was asked
  useEffect(() => setQuestion(undefined), [nameOf(line), isChangeable, isHeld]);
  const params = { path: { lineId: line.lineId }, header: namingLease(line) };
  const change = async (action: () => Promise<unknown>) => {
    const isDone = await send(action);
    again();
    return isDone;
  };
  const turn = (value: 0 | 1) => void change(() => answerOf(gpio.PUT('/lines/{lineId}/value', { params, body: { value } })));
  const toggle = () => {
    const [value, action] = isOn ? ([0, texts.pins.switchOff] as const) : ([1, texts.pins.switchOn] as const);
    const words = questionBefore(line, action);
    if (words === undefined) turn(value);
    else setQuestion({ words, action, value });
  };
  return (
    <article class="pin" aria-label={nameOf(line)}>
      <div class="pin-head">
        <h3>{nameOf(line)}</h3>
        <Switch
          label={nameOf(line)}
          isOn={isOn}
          shown={line.value === undefined ? texts.pins.unknown : texts.pins[isOn ? 'on' : 'off']}
          isBusy={isSending}
          isLocked={!isChangeable || isHeld || line.value === undefined}
          onToggle={toggle}
        />
      </div>
      <LineFacts line={line} where={where} />
      {refused && <Problem refused={refused} />}
      {isChangeable && !isHeld && (
        <div class="row">
          <Button isOff={isSending} onClick={() => void change(() => (ownLeaseOf(line) ? release(line) : hold(line)))}>
            {ownLeaseOf(line) ? texts.pins.release : texts.pins.hold}
          </Button>
          {line.patternState === 'RUNNING' ? (
            <Button
              isOff={isSending}
              onClick={() => void change(() => answerOf(gpio.DELETE('/lines/{lineId}/pattern', { params })))}
            >
              {texts.pins.stopPattern}
            </Button>
          ) : (
            <Blink
              line={line}
              isSending={isSending}
              start={(body) => change(() => answerOf(gpio.PUT('/lines/{lineId}/pattern', { params, body })))}
            />
          )}
        </div>
      )}
      {question !== undefined && (
        <Confirmed
          question={question.words}
          action={question.action}
          onNo={() => setQuestion(undefined)}
          onYes={() => {
            setQuestion(undefined);
            turn(question.value);
          }}
        />
      )}
    </article>
  );
}

/** What is asked before a line is switched on which somebody else relies; undefined where it is just switched. */
function questionBefore(line: Line, action: string): string | undefined {
  if (line.patternState === 'RUNNING') return texts.pins.endsPattern(nameOf(line), action);
  // 0 is what every output has that its owner has said nothing of
  return line.value === 1 && line.safe === 1 ? texts.pins.leavesSafe(nameOf(line)) : undefined;
}
