import './registry.css';
import { answerOf, registry } from '../../api.js';
import { useAsked } from '../../parts/asked.js';
import { useEvery } from '../../parts/every.js';
import { wholeOf } from '../../parts/paged.js';
import { type Application, Applications } from './applications.js';
import { Services } from './services.js';
import { Subscriptions } from './subscriptions.js';

/** ms; no event tells of applications and of deliveries */
const AGAIN_MS = 3000;

/** Services and how to call them, the applications that offer and use them, and whether what these subscribed to reaches them. */
export function Registry() {
  const applications = useAsked(() => wholeOf<Application>((query) => registry.GET('/applications', { params: { query } })), []);
  const subscriptions = useAsked(() => answerOf(registry.GET('/subscriptions')), []);
  useEvery(AGAIN_MS, () => {
    applications.anew();
    subscriptions.anew();
  });
  return (
    <>
      <Services />
      <Applications asked={applications} subscriptions={subscriptions.value ?? []} />
      <Subscriptions asked={subscriptions} />
    </>
  );
}
