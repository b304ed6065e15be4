import { answerOf, camera } from '../../api.js';
import { type CameraInfo, cameras } from '../../model.js';
import { Shown, useAsked } from '../../parts/asked.js';
import { hrefTo } from '../../route.js';
import { may } from '../../session.js';
import { texts } from '../../texts/index.js';
import { CameraState } from './camera-state.js';
import { Controls } from './controls.js';
import { Formats } from './formats.js';
import { Recordings } from './recordings.js';
import { SnapshotTaker } from './snapshot-taker.js';
import { View } from './view.js';

/** All of one camera. */
export function OneCamera({ cameraId }: { cameraId: string }) {
  const asked = useAsked(
    () => answerOf(camera.GET('/cameras/{cameraId}', { params: { path: { cameraId } } })),
    [cameraId, cameras.value],
  );
  return (
    <>
      <p>
        <a href={hrefTo('cameras')}>{texts.cameras.toAll}</a>
      </p>
      <Shown asked={asked}>{(info) => <Parts info={info} />}</Shown>
    </>
  );
}

function Parts({ info }: { info: CameraInfo }) {
  const { cameraId } = info;
  const mayChange = may('camera:write');
  const isThere = info.state === 'ACTIVE';
  return (
    <>
      <CameraState info={info} />
      <View info={info} mayChange={mayChange}>
        <SnapshotTaker cameraId={cameraId} isThere={isThere} />
        {isThere && <Controls cameraId={cameraId} mayChange={mayChange} />}
      </View>
      <Recordings cameraId={cameraId} isThere={isThere} mayChange={mayChange} />
      {isThere && <Formats cameraId={cameraId} />}
    </>
  );
}
