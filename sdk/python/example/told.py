"""How the story is told: a line of JSON for each step."""

import json
from datetime import datetime
from typing import Any


def tell(step: str, **said: Any) -> None:
    print(json.dumps({"step": step} | said), flush=True)


def text_of(time: datetime) -> str:
    """As the gateway writes times."""
    return time.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def width_of(jpeg: bytes) -> int:
    """Pixels, as the frame header says (ITU-T T.81, B.2.2): the markers are followed up to SOF0, SOF1 or SOF2."""
    at = 2
    while jpeg[at + 1] not in (0xC0, 0xC1, 0xC2):
        at += 2 + int.from_bytes(jpeg[at + 2 : at + 4])
    return int.from_bytes(jpeg[at + 7 : at + 9])
