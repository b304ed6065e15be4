import { useState } from 'preact/hooks';
import type { components } from '../../../../generated/registry.js';
import { answerOf, registry } from '../../api.js';
import { type Asked, Problem, Shown } from '../../parts/asked.js';
import { Button } from '../../parts/button.js';
import { Confirmed } from '../../parts/confirmed.js';
import { useSending } from '../../parts/sending.js';
import { InParts } from '../../parts/in-parts.js';
import { Table } from '../../parts/table.js';
import { may } from '../../session.js';
import { texts } from '../../texts/index.js';
import type { Subscription } from './subscriptions.js';

export type Application = components['schemas']['Application'];

interface Known {
  readonly asked: Asked<readonly Application[]>;
  readonly subscriptions: readonly Subscription[];
}

/** So many more at a time. */
const ROWS = 50;

/** Every application instance: whether it is ready, or told to end. */
export function Applications({ asked, subscriptions }: Known) {
  const columns = texts.registry.applicationColumns;
  const isManager = may('registry:write');
  return (
    <section aria-labelledby="applications">
      <h2 id="applications">{texts.registry.applications}</h2>
      <Shown asked={asked}>
        {(applications) => (
          <InParts items={applications} size={ROWS}>
            {(shown) => (
              <Table
                caption={texts.registry.applications}
                columns={isManager ? columns : columns.slice(0, -1)}
                rows={shown}
                keyOf={({ appInstanceId }) => appInstanceId}
                none={texts.registry.noApplications}
                cells={(application) => [
                  <Name key="name" application={application} />,
                  <>
                    <strong>{application.state}</strong> {texts.registry.applicationState[application.state]}
                  </>,
                  texts.registry.origin[application.origin],
                  subscriptions.filter(({ appInstanceId }) => appInstanceId === application.appInstanceId).length,
                  ...(isManager ? [<Terminate key="terminate" application={application} again={asked.again} />] : []),
                ]}
              />
            )}
          </InParts>
        )}
      </Shown>
    </section>
  );
}

function Name({ application: { appName, appProvider, appInstanceId } }: { application: Application }) {
  return (
    <>
      {appName} {appProvider !== undefined && texts.registry.provider(appProvider)}
      {appInstanceId !== appName && <div class="faint">{appInstanceId}</div>}
    </>
  );
}

function Terminate({ application, again }: { application: Application; again: () => void }) {
  const { appInstanceId, appName, state } = application;
  const [isAsking, setAsking] = useState(false);
  const { isSending, refused, send } = useSending();
  const terminate = async () => {
    setAsking(false);
    const body = { operationAction: 'TERMINATING', maxGracefulTimeout: 10 } as const;
    const params = { path: { appInstanceId } };
    await send(() => answerOf(registry.POST('/applications/{appInstanceId}/terminate', { params, body })));
    again();
  };
  return (
    <>
      <Button
        isOff={isSending || state === 'TERMINATING'}
        aria-label={`${texts.registry.terminate} ${appName}`}
        onClick={() => setAsking(true)}
      >
        {texts.registry.terminate}
      </Button>
      {refused && <Problem refused={refused} />}
      {isAsking && (
        <Confirmed
          question={texts.registry.mayTerminate(appName)}
          action={texts.registry.terminateNow}
          onYes={() => void terminate()}
          onNo={() => setAsking(false)}
        />
      )}
    </>
  );
}
