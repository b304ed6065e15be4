import './sensors.css';
import { useDevices } from '../../use-devices.js';
import { Shown } from '../../parts/asked.js';
import { may } from '../../session.js';
import { ApplicationSeries } from './application-series.js';
import { Comparison } from './comparison.js';
import { FreshDevices } from './fresh-devices.js';
import { Sensor } from './sensor.js';
import { SensorList } from './sensor-list.js';

/** All sensors; of one address that sensor, of several with commas between them those in one chart. */
export function Sensors({ about }: { about: string | undefined }) {
  if (about === undefined) return <All />;
  const macs = about.toUpperCase().split(',');
  return macs.length > 1 ? <Comparison macs={macs} /> : <Sensor mac={about.toUpperCase()} />;
}

function All() {
  return (
    <>
      <Tags />
      <ApplicationSeries />
    </>
  );
}

function Tags() {
  const asked = useDevices();
  return (
    <Shown asked={asked}>
      {(devices) => {
        const tags = devices.filter(({ kind }) => kind === 'TAG');
        return (
          <>
            {may('registry:write') && <FreshDevices devices={tags.filter(({ adoption }) => adoption === 'NEW')} />}
            <SensorList devices={tags} />
          </>
        );
      }}
    </Shown>
  );
}
