"""How the story is told: a line of JSON for each step."""

import json
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from umec_client.models.point import Point
from umec_client.models.reading import Reading
from umec_client.models.service_reference import ServiceReference

from umec_client import Arrival, Gateway, Problem


def tell(step: str, **said: Any) -> None:
    print(json.dumps({"step": step} | said), flush=True)


def tell_token(gateway: Gateway) -> None:
    tell("token", expiresIn=gateway.tokens and gateway.tokens.expires_in)


def tell_history(mac: str, from_: datetime, to: datetime, readings: Sequence[Reading]) -> None:
    # `from` is a word of Python's own
    tell("history", mac=mac, **{"from": text_of(from_)}, to=text_of(to), times=[text_of(reading.time) for reading in readings])


def tell_picture(camera_id: str, jpeg: bytes) -> None:
    tell("snapshot", cameraId=camera_id, width=width_of(jpeg), bytes=len(jpeg))


def tell_change(by: str, change: ServiceReference) -> None:
    state = {"state": change.state} if change.change_type == "STATE_CHANGED" else {}
    tell("notified", by=by, changeType=change.change_type, **state, serInstanceId=change.ser_instance_id)


def tell_arrivals(before: Sequence[Arrival], after: Sequence[Arrival], kept: Sequence[Point]) -> None:
    """
    Args:
        kept: What the history has behind the first.
    """
    _, *others = [*before, *after]
    tell("arrivals", before=len(before), after=len(after), isGapless=[one.point for one in others] == kept)


def tell_problem(problem: Problem) -> None:
    tell("problem", status=problem.status, title=problem.details.title, detail=problem.details.detail)


def text_of(time: datetime) -> str:
    """As the gateway writes times."""
    return time.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def width_of(jpeg: bytes) -> int:
    """Pixels, as the frame header says (ITU-T T.81, B.2.2): the markers are followed up to SOF0, SOF1 or SOF2."""
    at = 2
    while jpeg[at + 1] not in (0xC0, 0xC1, 0xC2):
        at += 2 + int.from_bytes(jpeg[at + 2 : at + 4])
    return int.from_bytes(jpeg[at + 7 : at + 9])
