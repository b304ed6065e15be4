"""What the WebSockets of a gateway tell, and how each goes on after it was cut off. Here is no network: see `streams`."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar
from urllib.parse import urlencode

from .models.point import Point
from .notifications import Notification, object_of, parse_notification

T = TypeVar("T", covariant=True)


@dataclass(frozen=True)
class Arrival:
    """A point, and where to go on behind it: keep both in one write."""

    point: Point
    cursor: str


@dataclass(frozen=True)
class Missed:
    """Readings were dropped before they were read: how many, or None when nobody knows."""

    count: int | None


@dataclass(frozen=True)
class Gap:
    """The connection was lost and is there again; what happened meanwhile was not told."""


class Feed(ABC, Generic[T]):
    """What one WebSocket is asked for, and what its frames say."""

    acknowledgement: str | None = None
    """What a frame is answered with when it has been dealt with."""
    after: str | None = None

    def __init__(self, url: str) -> None:
        self.url = url

    @abstractmethod
    def address(self) -> str: ...

    @abstractmethod
    def read(self, text: str) -> T | None:
        """
        Raises:
            ValueError: It is no frame of this kind.
        """

    def reconnected(self) -> T | None:
        """What the reader is told when the connection is there again."""
        return None


class ArrivalFeed(Feed[Arrival | Missed]):
    """Readings as they are kept. It goes on behind the last cursor, and misses nothing."""

    def __init__(self, url: str, after: str | None, measurement: str | None) -> None:
        super().__init__(url)
        self.after = after
        self._measurement = measurement
        self._missed: Missed | None = None

    def address(self) -> str:
        asked = {"after": self.after, "measurement": self._measurement}
        return _with_query(self.url, [(name, value) for name, value in asked.items() if value is not None])

    def read(self, text: str) -> Arrival | Missed | None:
        event = object_of(text)
        try:
            told = self._told(event)
        except (AttributeError, KeyError, TypeError) as error:
            raise ValueError(f"not an event of arrivals: {error}") from error
        if "cursor" in event:
            self.after, self._missed = event["cursor"], None
        return told

    def _told(self, event: dict[str, Any]) -> Arrival | Missed | None:
        match event.get("type"):
            case "org.umec.sensors.arrival.v1":
                return Arrival(Point.from_dict(event["data"]), event["cursor"])
            case "org.umec.sensors.missed.v1":
                before, self._missed = self._missed, Missed(event["data"].get("missed"))
                return _more(before, self._missed)
        return None


class EventFeed(Feed[dict[str, Any] | Gap]):
    """CloudEvents as things happen. There is no cursor: after a cut comes a `Gap`."""

    def __init__(self, url: str, topics: Sequence[str]) -> None:
        super().__init__(url)
        self._topics = topics

    def address(self) -> str:
        return _with_query(self.url, [("topic", topic) for topic in self._topics])

    def read(self, text: str) -> dict[str, Any]:
        return object_of(text)

    def reconnected(self) -> Gap:
        return Gap()


class NotificationFeed(Feed[Notification]):
    """What one subscription is told: each frame is a request in the form of HTTP/1.1, and comes again until it is answered."""

    acknowledgement = "HTTP/1.1 204 No Content\r\n\r\n"

    def address(self) -> str:
        return self.url

    def read(self, text: str) -> Notification:
        return parse_notification(text.partition("\r\n\r\n")[2])


def _with_query(url: str, query: list[tuple[str, str]]) -> str:
    return f"{url}?{urlencode(query)}" if query else url


def _more(before: Missed | None, now: Missed) -> Missed | None:
    """What comes again until there is a cursor behind it is told once: the readings that have been missed since."""
    if before is None:
        return now
    more = (now.count or 0) - (before.count or 0)
    return Missed(more) if more > 0 and before.count is not None else None
