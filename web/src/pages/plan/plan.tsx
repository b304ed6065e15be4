import './plan.css';
import { useSignal } from '@preact/signals';
import { Shown, useAsked } from '../../parts/asked.js';
import { may } from '../../session.js';
import { texts } from '../../texts/index.js';
import { type KnownDevice, useDevices } from '../../use-devices.js';
import { type Arrangement, useArrangement } from './arrangement.js';
import { Arranging } from './arranging.js';
import { bitmapOf, type KnownPicture, readPicture } from './picture.js';
import { PictureForm } from './picture-form.js';
import { Stage } from './stage.js';
import { Unsaved } from './unsaved.js';

const said = texts.plan;

/** Where everything is. */
export function Plan() {
  const asked = useDevices();
  const pictured = useAsked<KnownPicture>(readPicture, []);
  const arrangement = useArrangement(asked);
  // devices are where they are without it too
  const known = pictured.refused ? { value: 'UNKNOWN' as const, ...pictured } : pictured;
  return (
    <Shown asked={known}>
      {(picture) => (
        <Shown asked={asked}>
          {(all) => <Arranged {...{ picture, arrangement, devices: all.filter(isPlaceable), lookAgain: pictured.again }} />}
        </Shown>
      )}
    </Shown>
  );
}

interface Placed {
  readonly picture: KnownPicture;
  readonly devices: readonly KnownDevice[];
  readonly arrangement: Arrangement;
  readonly lookAgain: () => void;
}

function Arranged({ picture, devices, arrangement, lookAgain }: Placed) {
  const isArranging = useSignal(false);
  const bitmap = bitmapOf(picture);
  const isEmpty = !devices.some(arrangement.positionOf);
  return (
    <>
      {picture === 'NONE' && <p>{said.noPicture}</p>}
      {typeof picture === 'object' && !bitmap && (
        <p class="problem" role="alert">
          {said.notDrawn}
        </p>
      )}
      {isEmpty && <p>{said.nothingPlaced}</p>}
      <Stage bitmap={bitmap} devices={devices} arrangement={arrangement} isArranging={isArranging.value} />
      {may('registry:write') && (
        <>
          <Unsaved devices={devices} arrangement={arrangement} />
          <p>
            <button type="button" aria-pressed={isArranging.value} onClick={() => (isArranging.value = !isArranging.value)}>
              {isArranging.value ? said.arranged : said.arrange}
            </button>
          </p>
          {isArranging.value && (
            <>
              <Arranging devices={devices} arrangement={arrangement} />
              {picture !== 'UNKNOWN' && <PictureForm picture={picture} lookAgain={lookAgain} />}
            </>
          )}
        </>
      )}
    </>
  );
}

/** A chip is where its lines are, and what is ignored is nowhere. */
const isPlaceable = ({ kind, adoption }: KnownDevice): boolean => kind !== 'CHIP' && adoption !== 'IGNORED';
