import { useEffect, useState } from 'preact/hooks';
import type { components } from '../../../../generated/gpio.js';
import { answerOf, gpio } from '../../api.js';
import { isLost, onEvent, timesLive } from '../../live.js';
import { type Asked, useAsked } from '../../parts/asked.js';
import { useEvery } from '../../parts/every.js';

export type Line = components['schemas']['Line'];
type Edge = components['schemas']['EdgeEventData'];

/** ms; outputs tell no edges, and leases begin and end without a word */
const AGAIN_MS = 3000;
/** Devices of which the lines are. */
const OF_PINS: readonly string[] = ['LINE', 'CHIP'];

/** Every line: inputs as their edges are told, the rest as the gateway says when it is asked now and then. */
export function useLines(): Asked<readonly Line[]> {
  const asked = useAsked(() => answerOf(gpio.GET('/lines')), []);
  const [edges, setEdges] = useState<ReadonlyMap<string, Edge>>(new Map());
  useEvery(AGAIN_MS, asked.anew);
  useEffect(() => {
    // of a gateway that was started again, which counts its edges anew, they are older than whatever it answers
    setEdges(new Map());
    return onEvent(({ type, data }) => {
      if (type === 'org.umec.devices.state.v1' && OF_PINS.includes((data as { kind: string }).kind)) asked.again();
      if (type !== 'org.umec.gpio.edge.v1') return;
      const edge = data as Edge;
      setEdges((before) => new Map(before).set(edge.lineId, edge));
    });
  }, [timesLive.value]);
  return asked.value ? { ...asked, value: asked.value.map((line) => known(after(line, edges.get(line.lineId)))) } : asked;
}

/** While the gateway is away nobody knows what a line shows. */
function known(line: Line): Line {
  if (!isLost.value) return line;
  const { value: _before, ...others } = line;
  return others;
}

/** What was told last may be older than what was answered last. */
function after(line: Line, told: Edge | undefined): Line {
  if (!told || told.sequence <= (line.lastEdge?.sequence ?? 0)) return line;
  const { edge, value, time, sequence } = told;
  return { ...line, value, lastEdge: { edge, value, time, sequence } };
}
