"""A client of a µMEC gateway.

`Gateway` is whom everything is asked. Each operation of the gateway is a module of `umec_client.api` with four functions:
`sync` and `asyncio` give what is answered, `sync_detailed` and `asyncio_detailed` its headers too. `umec_client.models` has
what is sent and answered.
"""

from .blocking import Stream
from .client import Answer, Gateway
from .errors import Problem, UnexpectedAnswer
from .feeds import Arrival, Gap, Missed
from .following import arrivals, arrivals_async, events, events_async, notifications, notifications_async
from .notifications import Notification, parse_notification
from .origins import OtherOrigin
from .paging import pages, pages_async
from .streams import AsyncStream

__all__ = (
    "Answer",
    "Arrival",
    "AsyncStream",
    "Gap",
    "Gateway",
    "Missed",
    "Notification",
    "OtherOrigin",
    "Problem",
    "Stream",
    "UnexpectedAnswer",
    "arrivals",
    "arrivals_async",
    "events",
    "events_async",
    "notifications",
    "notifications_async",
    "pages",
    "pages_async",
    "parse_notification",
)
