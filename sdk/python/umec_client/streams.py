"""Reads WebSockets for as long as somebody wants to: what is cut off is connected again."""

import asyncio
import random
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from typing import Any, Generic, Self, TypeVar

import httpx
from websockets.asyncio.client import ClientConnection as AsyncConnection
from websockets.asyncio.client import connect as connect_async
from websockets.exceptions import ConnectionClosed, InvalidHandshake, InvalidStatus
from websockets.sync.client import ClientConnection, connect

from .api.sensors import arrivals_get
from .client import Gateway
from .errors import Problem
from .feeds import Arrival, ArrivalFeed, EventFeed, Feed, Gap, Missed, NotificationFeed
from .notifications import Notification

T = TypeVar("T")

_ARRIVALS = "/sensors/v1/readings/arrivals/websocket"
_EVENTS = "/events/v1"
FIRST_PAUSE_S = 0.5
LONGEST_PAUSE_S = 60.0
_LOST = (ConnectionClosed, InvalidHandshake, OSError, TimeoutError, EOFError, httpx.TransportError, Problem)


class _Link(Generic[T]):
    """What a stream knows, however it waits."""

    def __init__(self, gateway: Gateway, feed: Feed[T]) -> None:
        self._gateway = gateway
        self._feed = feed
        self._token = ""
        self._refused = ""
        self._failures = 0
        self._has_been_open = False
        self._owes_answer = False
        self._is_closed = False

    def _settings(self, token: str) -> dict[str, Any]:
        self._token = token
        address = httpx.URL(self._feed.address())
        shows = bool(token) and self._gateway.is_mine(str(address))
        headers = {"Authorization": f"Bearer {token}"} if shows else {}
        settings: dict[str, Any] = {"uri": str(address), "additional_headers": headers, "compression": None}
        if address.scheme == "wss":
            settings["ssl"] = httpx.create_ssl_context(self._gateway.verify)
        return settings

    def _begins_without_cursor(self) -> bool:
        return self._feed.after == "now"

    def _opened(self) -> T | None:
        was_open, self._has_been_open = self._has_been_open, True
        return self._feed.reconnected() if was_open else None

    def _take(self, frame: str | bytes) -> T | None:
        self._failures, self._refused = 0, ""
        self._owes_answer = self._feed.acknowledgement is not None
        return self._feed.read(frame if isinstance(frame, str) else frame.decode())

    def _lost(self, error: Exception) -> float:
        """How long to wait, in seconds, until it is tried again.

        Raises:
            Problem: Trying again would not help.
        """
        self._owes_answer = False
        wanted = 0.0
        if isinstance(error, InvalidStatus):
            response = error.response
            if response.status_code == 401 and self._token and not self._refused:
                self._refused = self._token
                return 0
            error = Problem(response.status_code, bytes(response.body), dict(response.headers.raw_items()))
        if isinstance(error, Problem):
            if error.status < 500 and error.status not in (408, 429):
                raise error
            after = error.headers.get("Retry-After", "")
            wanted = float(after) if after.isdecimal() else 0.0
        pause = min(LONGEST_PAUSE_S, FIRST_PAUSE_S * 2.0 ** min(self._failures, 10)) * random.uniform(0.5, 1)
        self._failures += 1
        return min(max(pause, wanted), LONGEST_PAUSE_S)


class Stream(_Link[T], Iterator[T]):
    """Gives what comes, for ever. What is cut off is connected again, after a pause that grows up to a minute.

    What was given counts as dealt with when the next is asked for, or `acknowledge` is called: a notification that does not
    within ten seconds comes again.

    Attributes:
        connection: The WebSocket, as the package websockets has it; None while there is none.

    Raises:
        Problem: The gateway lets nobody in, or the history is not the one that was read (410).
    """

    def __init__(self, gateway: Gateway, feed: Feed[T], sleep: Callable[[float], None] = time.sleep) -> None:
        super().__init__(gateway, feed)
        self._sleep = sleep
        self.connection: ClientConnection | None = None

    def open(self) -> Self:
        """Connects now, rather than when the first is asked for."""
        while self.connection is None and not self._is_closed:
            try:
                self._connect()
            except _LOST as error:
                self._sleep(self._lost(error))
        return self

    def __next__(self) -> T:
        while not self._is_closed:
            try:
                told = self._connect() if self.connection is None else self._receive(self.connection)
                if told is not None:
                    return told
            except _LOST as error:
                self.connection = None
                if not self._is_closed:
                    self._sleep(self._lost(error))
        raise StopIteration

    def acknowledge(self) -> None:
        """Says that the last notification has been dealt with."""
        if self.connection is not None and self._owes_answer and self._feed.acknowledgement is not None:
            self._owes_answer = False
            self.connection.send(self._feed.acknowledgement)

    def close(self) -> None:
        """Ends it, also for a thread that waits for the next."""
        self._is_closed = True
        if self.connection is not None:
            self.connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _connect(self) -> T | None:
        if self._begins_without_cursor():
            self._feed.after = arrivals_get.sync(client=self._gateway, after="now").next_
        # no block here lives as long as it: `close` closes it
        self.connection = connect(**self._settings(self._gateway.token(self._refused))).__enter__()
        return self._opened()

    def _receive(self, connection: ClientConnection) -> T | None:
        self.acknowledge()
        return self._take(connection.recv())


class AsyncStream(_Link[T], AsyncIterator[T]):
    """As `Stream`, for asyncio."""

    def __init__(self, gateway: Gateway, feed: Feed[T], sleep: Callable[[float], Awaitable[None]] = asyncio.sleep) -> None:
        super().__init__(gateway, feed)
        self._sleep = sleep
        self.connection: AsyncConnection | None = None

    async def open(self) -> Self:
        """Connects now, rather than when the first is asked for."""
        while self.connection is None and not self._is_closed:
            try:
                await self._connect()
            except _LOST as error:
                await self._sleep(self._lost(error))
        return self

    async def __anext__(self) -> T:
        while not self._is_closed:
            try:
                told = await self._connect() if self.connection is None else await self._receive(self.connection)
                if told is not None:
                    return told
            except _LOST as error:
                self.connection = None
                if not self._is_closed:
                    await self._sleep(self._lost(error))
        raise StopAsyncIteration

    async def acknowledge(self) -> None:
        """Says that the last notification has been dealt with."""
        if self.connection is not None and self._owes_answer and self._feed.acknowledgement is not None:
            self._owes_answer = False
            await self.connection.send(self._feed.acknowledgement)

    async def close(self) -> None:
        """Ends it, also for a task that waits for the next."""
        self._is_closed = True
        if self.connection is not None:
            await self.connection.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def _connect(self) -> T | None:
        if self._begins_without_cursor():
            self._feed.after = (await arrivals_get.asyncio(client=self._gateway, after="now")).next_
        self.connection = await connect_async(**self._settings(await self._gateway.token_async(self._refused))).__aenter__()
        return self._opened()

    async def _receive(self, connection: AsyncConnection) -> T | None:
        await self.acknowledge()
        return self._take(await connection.recv())


def arrivals(client: Gateway, after: str | None = None, measurement: str | None = None) -> Stream[Arrival | Missed]:
    """Readings as they are kept, and where to go on behind each.

    Args:
        after: The last cursor that you kept; "now" for what comes from now on; None for all that there is.
    """
    return Stream(client, ArrivalFeed(_web_socket(client, _ARRIVALS), after, measurement))


def arrivals_async(client: Gateway, after: str | None = None, measurement: str | None = None) -> AsyncStream[Arrival | Missed]:
    """As `arrivals`, for asyncio."""
    return AsyncStream(client, ArrivalFeed(_web_socket(client, _ARRIVALS), after, measurement))


def events(client: Gateway, topics: Sequence[str] = ()) -> Stream[dict[str, Any] | Gap]:
    """CloudEvents as things happen, and a `Gap` where some may not have been told.

    Args:
        topics: Which subjects, such as "sensors/**" and "lines/17/edge"; none for all.
    """
    return Stream(client, EventFeed(_web_socket(client, _EVENTS), topics))


def events_async(client: Gateway, topics: Sequence[str] = ()) -> AsyncStream[dict[str, Any] | Gap]:
    """As `events`, for asyncio."""
    return AsyncStream(client, EventFeed(_web_socket(client, _EVENTS), topics))


def notifications(client: Gateway, websocket_uri: str) -> Stream[Notification]:
    """What one subscription is told, at least once and in order.

    Args:
        websocket_uri: Of the subscription's `websocket_notif_config`.
    """
    return Stream(client, NotificationFeed(websocket_uri))


def notifications_async(client: Gateway, websocket_uri: str) -> AsyncStream[Notification]:
    """As `notifications`, for asyncio."""
    return AsyncStream(client, NotificationFeed(websocket_uri))


def _web_socket(client: Gateway, path: str) -> str:
    return client.url.replace("http", "ws", 1) + path
