import { Ago, agoOf, now } from '../../parts/ago.js';
import { Facts } from '../../parts/facts.js';
import { clockOf } from '../../parts/times.js';
import { texts } from '../../texts/index.js';
import { ownLeaseOf } from './leases.js';
import type { Line } from './use-lines.js';

export const nameOf = ({ name, lineId }: Line): string => name ?? texts.pins.named(lineId);

/** What a line is, who has it, and what happened to it last. */
export function LineFacts({ line, where }: { line: Line; where: string | undefined }) {
  const { lineId, lineName, chipId, driver, direction, bias, activeLow, edge, lastEdge, reason, safe } = line;
  const wired = [texts.pins.bias[bias], activeLow ? texts.pins.activeLow : undefined].filter((part) => part !== undefined);
  const isOutput = direction === 'OUTPUT';
  return (
    <>
      <p class="faint">
        {texts.pins.onBoard(lineId, lineName, chipId)}
        {driver === 'simulated' && ` (${texts.pins.simulated})`}
      </p>
      {line.state !== 'ACTIVE' && (
        <p class="suspended">
          <strong>{line.state}</strong> {reason}
        </p>
      )}
      <Facts
        of={[
          [texts.pins.where, where],
          [texts.pins.electrically, wired.length === 0 ? undefined : wired.join(', ')],
          [texts.pins.safe, isOutput ? texts.pins[safe === 1 ? 'on' : 'off'] : undefined],
          [texts.pins.edges, isOutput ? undefined : texts.pins.edgesTold[edge]],
          [texts.pins.lastEdge, lastEdge && <LastEdge {...lastEdge} />],
          [texts.pins.pattern, line.patternState === 'RUNNING' ? texts.pins.showsPattern : undefined],
          [texts.pins.lease, line.leasedUntil && <Lease line={line} until={line.leasedUntil} />],
        ]}
      />
    </>
  );
}

function LastEdge({ edge, time }: NonNullable<Line['lastEdge']>) {
  return (
    <>
      {texts.pins.edge[edge]} <Ago time={time} />
    </>
  );
}

function Lease({ line, until }: { line: Line; until: string }) {
  return (
    <>
      <strong>{holderOf(line)}</strong> {texts.pins.until(clockOf(until))} ({agoOf(now.value - Date.parse(until))})
    </>
  );
}

/** Who may not know learns only that somebody has it. */
function holderOf(line: Line): string {
  if (ownLeaseOf(line)) return texts.pins.heldByPage;
  return line.leasedBy === undefined ? texts.pins.heldByOther : texts.pins.heldBy(line.leasedBy);
}
