"""What a gateway tells as it happens."""

from collections.abc import Sequence
from typing import Any

from .blocking import Stream
from .client import Gateway
from .feeds import Arrival, ArrivalFeed, EventFeed, Gap, Missed, NotificationFeed
from .notifications import Notification
from .streams import AsyncStream

_ARRIVALS = "/sensors/v1/readings/arrivals/websocket"
_EVENTS = "/events/v1"


def arrivals_async(client: Gateway, after: str | None = None, measurement: str | None = None) -> AsyncStream[Arrival | Missed]:
    """Readings as they are kept, and where to go on behind each.

    Args:
        after: The last cursor that you kept; "now" for what comes from now on; None for all that there is.
        measurement: Readings of this one only.
    """
    return AsyncStream(client, ArrivalFeed(_web_socket(client, _ARRIVALS), after, measurement))


def arrivals(client: Gateway, after: str | None = None, measurement: str | None = None) -> Stream[Arrival | Missed]:
    """As `arrivals_async`, without asyncio."""
    return Stream(arrivals_async(client, after, measurement))


def events_async(client: Gateway, topics: Sequence[str] = ()) -> AsyncStream[dict[str, Any] | Gap]:
    """CloudEvents as things happen, and a `Gap` where some may not have been told.

    Args:
        topics: Which subjects, such as "sensors/**" and "lines/17/edge"; none for all.
    """
    return AsyncStream(client, EventFeed(_web_socket(client, _EVENTS), topics))


def events(client: Gateway, topics: Sequence[str] = ()) -> Stream[dict[str, Any] | Gap]:
    """As `events_async`, without asyncio."""
    return Stream(events_async(client, topics))


def notifications_async(client: Gateway, websocket_uri: str) -> AsyncStream[Notification]:
    """What one subscription is told, at least once and in order. What is of no type that is known comes as it is.

    Args:
        websocket_uri: Of the subscription's `websocket_notif_config`.

    Raises:
        OtherOrigin: It is not the gateway's.
    """
    return AsyncStream(client, NotificationFeed(websocket_uri))


def notifications(client: Gateway, websocket_uri: str) -> Stream[Notification]:
    """As `notifications_async`, without asyncio."""
    return Stream(notifications_async(client, websocket_uri))


def _web_socket(client: Gateway, path: str) -> str:
    return client.url.replace("http", "ws", 1) + path
