"""What is tried again, and when."""

import random
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from ssl import SSLCertVerificationError

import httpx
from websockets.exceptions import ConnectionClosed, InvalidHandshake

from .errors import Problem

STEP_S = 30.0
"""How long a stream waits for a token, a page or the beginning of its connection."""
FIRST_PAUSE_S = 0.5
LONGEST_PAUSE_S = 30.0
LONGEST_WANTED_S = 3600.0

LOST = (ConnectionClosed, InvalidHandshake, OSError, TimeoutError, httpx.TransportError, Problem)
"""What a connection ends with, or does not begin; some of it means that there will never be one: see `is_temporary`."""


def is_temporary(error: Exception) -> bool:
    """Whether the same may succeed later: not what the gateway refuses, and not a certificate that is not trusted."""
    if isinstance(error, Problem):
        return error.status >= 500 or error.status in (408, 429)
    return not (isinstance(error, httpx.ConnectError) and isinstance(_reason(error), SSLCertVerificationError))


def _reason(error: BaseException) -> BaseException | None:
    """What the socket said, of which httpx and httpcore make errors of their own."""
    reason: BaseException | None = error
    while reason is not None and not isinstance(reason, OSError):
        reason = reason.__context__
    return reason


class Pauses:
    """How long to wait between one try and the next: twice as long each time."""

    def __init__(self) -> None:
        self._failures = 0

    def begin_anew(self) -> None:
        self._failures = 0

    def after(self, error: Exception) -> float:
        """Seconds, and at least those that the gateway wants."""
        # many that were cut off together do not come back together
        pause = min(LONGEST_PAUSE_S, FIRST_PAUSE_S * 2.0 ** min(self._failures, 10)) * random.uniform(0.5, 1)
        self._failures += 1
        wanted = _wanted(error.headers) if isinstance(error, Problem) else 0.0
        return max(pause, min(wanted, LONGEST_WANTED_S))


def _wanted(headers: httpx.Headers) -> float:
    """`Retry-After` in seconds (RFC 9110, section 10.2.3); a date counts from the `Date` of the same clock, if there is one."""
    after = headers.get("Retry-After", "")
    if after.isdecimal():
        return float(after)
    try:
        said = headers.get("Date")
        now = parsedate_to_datetime(said) if said else datetime.now(UTC)
        return (parsedate_to_datetime(after) - now).total_seconds()
    except (TypeError, ValueError):
        return 0.0
