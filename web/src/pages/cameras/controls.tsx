import './controls.css';
import { Problem, Shown } from '../../parts/asked.js';
import { Button } from '../../parts/button.js';
import { texts } from '../../texts/index.js';
import { ControlField } from './control-field.js';
import { useControls } from './controls-state.js';

const { controls: words } = texts.cameras;

/** What can be set at a camera, as it says itself. It is set at once, and what the camera made of it is shown. */
export function Controls({ cameraId, mayChange }: { cameraId: string; mayChange: boolean }) {
  const { asked, controls, isSending, refused, set, reset } = useControls(cameraId);
  return (
    <section aria-labelledby="controls">
      <h2 id="controls">{words.title}</h2>
      <Shown asked={asked}>
        {() => (
          <div class="controls">
            {controls.length === 0 && <p>{words.none}</p>}
            {controls.map((control) => (
              <ControlField
                key={control.controlId}
                control={control}
                isFixed={!mayChange}
                onSet={(value) => set(control.controlId, value)}
              />
            ))}
            {refused && <Problem refused={refused} />}
            {mayChange && controls.length > 0 && (
              <Button isOff={isSending} onClick={reset}>
                {words.reset}
              </Button>
            )}
          </div>
        )}
      </Shown>
    </section>
  );
}
