/** A process of its own that writes without end and says how many points, and which state, are on disk; a test kills it. */
import { openStore } from '../../src/store/store.js';
import { appPoints, noon } from './points.js';

const store = await openStore({ dir: process.argv[2] ?? '', commitMs: 5 });
const many = appPoints(100_000, noon);
for (let done = 0; done < many.length; done += 10) {
  await store.history.append(many.slice(done, done + 10));
  await store.state.commit([{ collection: 'acknowledged', id: 'upTo', body: done + 10 }]);
  process.stdout.write(`${done + 10}\n`);
}
