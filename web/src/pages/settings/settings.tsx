import { stringify } from 'yaml';
import { answerOf, registry } from '../../api.js';
import { Shown, useAsked } from '../../parts/asked.js';
import { texts } from '../../texts/index.js';
import { Check } from './check.js';
import './settings.css';

/** What the gateway is configured to do, and whether it could be configured otherwise. */
export function Settings() {
  const asked = useAsked(() => answerOf(registry.GET('/settings')), []);
  const [before, after] = texts.settings.about;
  return (
    <>
      <p>
        {before}
        <code>umec.yaml</code>
        {after}
      </p>
      <section aria-labelledby="configured">
        <h2 id="configured">{texts.settings.configured}</h2>
        <p>{texts.settings.hidden}</p>
        <Shown asked={asked}>
          {(settings) =>
            Object.entries(settings).map(([section, value]) => (
              <details key={section} class="settings-section">
                <summary>{section}</summary>
                <pre>{stringify({ [section]: value })}</pre>
              </details>
            ))
          }
        </Shown>
      </section>
      <Check />
    </>
  );
}
