import './plan.css';
import { useSignal } from '@preact/signals';
import { Shown, useAsked } from '../../parts/asked.js';
import { may } from '../../session.js';
import { texts } from '../../texts/index.js';
import { type KnownDevice, useDevices } from '../../use-devices.js';
import { useArrangement } from './arrangement.js';
import { Arranging } from './arranging.js';
import { readPicture } from './picture.js';
import { PictureForm } from './picture-form.js';
import { Stage } from './stage.js';

const said = texts.plan;

/** Where everything is. */
export function Plan() {
  const asked = useDevices();
  const pictured = useAsked(readPicture, []);
  const arrangement = useArrangement(asked);
  const isArranging = useSignal(false);
  return (
    <Shown asked={pictured}>
      {(picture) => (
        <Shown asked={asked}>
          {(all) => {
            const devices = all.filter(isPlaceable);
            const isEmpty = !devices.some(arrangement.positionOf);
            return (
              <>
                {picture === 'NONE' && <p>{said.noPicture}</p>}
                {isEmpty && <p>{said.nothingPlaced}</p>}
                <Stage picture={picture} devices={devices} arrangement={arrangement} isArranging={isArranging.value} />
                {may('registry:write') && (
                  <>
                    <p>
                      <button
                        type="button"
                        aria-pressed={isArranging.value}
                        onClick={() => (isArranging.value = !isArranging.value)}
                      >
                        {isArranging.value ? said.arranged : said.arrange}
                      </button>
                    </p>
                    {isArranging.value && (
                      <>
                        <Arranging devices={devices} arrangement={arrangement} />
                        <PictureForm picture={picture} lookAgain={pictured.again} />
                      </>
                    )}
                  </>
                )}
              </>
            );
          }}
        </Shown>
      )}
    </Shown>
  );
}

/** A chip is where its lines are, and what is ignored is nowhere. */
const isPlaceable = ({ kind, adoption }: KnownDevice): boolean => kind !== 'CHIP' && adoption !== 'IGNORED';
