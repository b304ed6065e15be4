import { useState } from 'preact/hooks';
import { type ServiceEntry, serviceList } from '../../model.js';
import { Shown } from '../../parts/asked.js';
import { InParts } from '../../parts/in-parts.js';
import { State } from '../../parts/state.js';
import { texts } from '../../texts/index.js';
import { HowToCall } from './how-to-call.js';

/** So many more at a time. */
const STEP = 50;

/** Every service, in the state it is in now; each opens to how it is called. */
export function Services() {
  return (
    <section aria-labelledby="services">
      <h2 id="services">{texts.registry.services}</h2>
      <Shown asked={serviceList.asked.value}>{(services) => <Found among={services} />}</Shown>
    </section>
  );
}

function Found({ among }: { among: readonly ServiceEntry[] }) {
  const [wanted, setWanted] = useState('');
  if (among.length === 0) return <p>{texts.registry.noServices}</p>;
  const found = among.filter(({ serName, category = '' }) =>
    `${serName} ${category}`.toLowerCase().includes(wanted.toLowerCase()),
  );
  return (
    <>
      <label class="find">
        {texts.registry.find}
        <input type="search" autocomplete="off" value={wanted} onInput={({ currentTarget }) => setWanted(currentTarget.value)} />
      </label>
      {found.length === 0 && <p>{texts.registry.noneFound}</p>}
      <InParts items={found} size={STEP}>
        {(shown) => (
          <ul class="services">
            {shown.map((service) => (
              <li key={service.serInstanceId}>
                <Service service={service} />
              </li>
            ))}
          </ul>
        )}
      </InParts>
    </>
  );
}

/** What stands in it is made when it is opened. */
function Service({ service }: { service: ServiceEntry }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <span class="service-name">{service.serName}</span> <State state={service.state} />
      </summary>
      {isOpen && <HowToCall service={service} />}
    </details>
  );
}
