import type { components } from '../../../../generated/camera.js';
import { answerOf, camera } from '../../api.js';
import { Shown, useAsked } from '../../parts/asked.js';
import { Table } from '../../parts/table.js';
import { ask } from '../../session.js';
import { texts } from '../../texts/index.js';

type Schemas = components['schemas'];
const { formats: words } = texts.cameras;

/** What a camera could give. What it is to give stands in the gateway's configuration. */
export function Formats({ cameraId }: { cameraId: string }) {
  const params = { path: { cameraId } };
  const asked = useAsked(() => answerOf(camera.GET('/cameras/{cameraId}/formats', { params, fetch: ask })), [cameraId]);
  return (
    <section aria-labelledby="formats">
      <h2 id="formats">{words.title}</h2>
      <Shown asked={asked}>
        {(formats) => (
          <>
            {formats.length > 0 && <p class="hint">{words.where}</p>}
            <Table
              {...{ caption: words.title, columns: words.columns, none: words.none, rows: formats }}
              keyOf={({ pixelFormat, description }) => `${pixelFormat} ${description}`}
              cells={({ pixelFormat, description, inputFormat, sizes }) => [
                pixelFormat,
                description,
                inputFormat,
                sizes.map(sizeOf).join(', '),
              ]}
            />
          </>
        )}
      </Shown>
    </section>
  );
}

const between = ({ min, max }: Schemas['SizeRange']): string => (min === max ? `${min}` : `${min}–${max}`);
const sizeOf = ({ width, height, fps }: Schemas['FormatSize']): string =>
  `${between(width)} × ${between(height)} (${words.fps(fps.map((rate) => Number(rate.toFixed(2))).join(', '))})`;
