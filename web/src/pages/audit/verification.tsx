import { useState } from 'preact/hooks';
import type { components } from '../../../../generated/access.js';
import { access, answerOf } from '../../api.js';
import { Problem } from '../../parts/asked.js';
import { Button } from '../../parts/button.js';
import { useSending } from '../../parts/sending.js';
import { texts } from '../../texts/index.js';

type Found = components['schemas']['AuditVerification'];

/** Whether the log is what was written: asked for by hand, since all of it is read. */
export function Verification() {
  const [found, setFound] = useState<Found>();
  const { isSending, refused, send } = useSending();
  const verify = () => void send(async () => setFound(await answerOf(access.GET('/audit/verification'))));
  return (
    <section class="verification">
      <Button isOff={isSending} onClick={verify}>
        {isSending ? texts.audit.verifying : texts.audit.verify}
      </Button>
      {refused && <Problem refused={refused} />}
      {found && <Verified {...found} />}
    </section>
  );
}

function Verified({ intact, entries, faults }: Found) {
  if (intact) return <p role="status">{texts.audit.intact(entries)}</p>;
  return (
    <div class="problem" role="alert">
      <p>{texts.audit.notIntact}</p>
      <ul>
        {faults.map(({ number, reason }) => (
          <li key={`${number} ${reason}`}>{texts.audit.fault(number, reason)}</li>
        ))}
      </ul>
    </div>
  );
}
