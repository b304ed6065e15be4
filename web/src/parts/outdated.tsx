import { Button } from './button.js';

interface Choice {
  /** What has become of what was typed. */
  readonly said: string;
  /** What somebody may do now, by what its button says. */
  readonly ways: Readonly<Record<string, () => void>>;
  readonly isOff?: boolean;
}

/** Says that somebody else has changed what somebody was about to change, and asks whose is to count. */
export function Outdated({ said, ways, isOff = false }: Choice) {
  return (
    <div class="problem" role="alert">
      <p>{said}</p>
      <div class="row">
        {Object.entries(ways).map(([words, act]) => (
          <Button key={words} isOff={isOff} onClick={act}>
            {words}
          </Button>
        ))}
      </div>
    </div>
  );
}
