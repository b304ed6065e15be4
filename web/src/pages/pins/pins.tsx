import './pins.css';
import { answerOf, registry } from '../../api.js';
import { Shown, useAsked } from '../../parts/asked.js';
import { texts } from '../../texts/index.js';
import { InputCard } from './input-card.js';
import { OutputCard } from './output-card.js';
import { type Line, useLines } from './use-lines.js';

/** The lines of the gateway's chips: what they show, who has them, and the switches of the outputs. */
export function Pins() {
  const asked = useLines();
  const places = usePlaces();
  const whereIs = ({ lineId }: Line) => places.get(`line-${lineId}`);
  return (
    <Shown asked={asked}>
      {(lines) => (
        <>
          <Lines title={texts.pins.outputs} none={texts.pins.noOutputs}>
            {lines.filter(isOutput).map((line) => (
              <OutputCard key={line.lineId} line={line} where={whereIs(line)} again={asked.again} />
            ))}
          </Lines>
          <Lines title={texts.pins.inputs} none={texts.pins.noInputs}>
            {lines
              .filter((line) => !isOutput(line))
              .map((line) => (
                <InputCard key={line.lineId} line={line} where={whereIs(line)} />
              ))}
          </Lines>
        </>
      )}
    </Shown>
  );
}

const isOutput = ({ direction }: Line): boolean => direction === 'OUTPUT';

function Lines({ title, none, children }: { title: string; none: string; children: preact.JSX.Element[] }) {
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      {children.length === 0 ? <p>{none}</p> : <div class="pins">{children}</div>}
    </section>
  );
}

/** Where lines are, as people said it of them as devices, by deviceId; it is no loss where it is not known. */
function usePlaces(): ReadonlyMap<string, string> {
  const query = { filter: '(eq,kind,LINE)' };
  const { value = [] } = useAsked(() => answerOf(registry.GET('/devices', { params: { query } })), []);
  return new Map(
    value.flatMap(({ deviceId, room, place }) => {
      const parts = [room, place?.description].filter((part) => part !== undefined);
      return parts.length === 0 ? [] : [[deviceId, parts.join(', ')]];
    }),
  );
}
