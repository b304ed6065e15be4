"""Reads WebSockets for as long as somebody wants to: what is cut off is connected again."""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from ssl import SSLCertVerificationError
from typing import Any, Generic, Self, TypeVar

import httpx
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import InvalidStatus

from .api.sensors import arrivals_get
from .bounded import LONGEST_PROBLEM
from .client import Gateway
from .errors import Problem
from .feeds import Feed
from .waits import LOST, STEP_S, Pauses, is_temporary

T = TypeVar("T")

log = logging.getLogger("umec_client")
log.addHandler(logging.NullHandler())


class AsyncStream(AsyncIterator[T], Generic[T]):
    """Gives what comes, for ever. What is cut off is connected again, after a pause that grows up to half a minute.

    What was given counts as dealt with when the next is asked for: a notification that is not dealt with within ten seconds
    comes again.

    Attributes:
        connection: The WebSocket, as the package websockets has it; None while there is none.

    Raises:
        Problem: The gateway lets nobody in, or the history is not the one that was read (410). Nothing comes after it.
        httpx.ConnectError: Its certificate is not trusted. Nothing comes after it.
        ValueError: What came cannot be read. It does not count as dealt with.
    """

    def __init__(self, gateway: Gateway, feed: Feed[T], sleep: Callable[[float], Awaitable[None]] = asyncio.sleep) -> None:
        """
        Raises:
            OtherOrigin: The address is not the gateway's.
        """
        gateway.require_mine(feed.url)
        self.connection: ClientConnection | None = None
        self._gateway = gateway
        self._feed = feed
        self._sleep = sleep
        self._pauses = Pauses()
        self._refused = ""
        self._has_been_open = False
        self._owes_answer = False
        self._is_closed = False
        self._waiting: asyncio.Timeout | None = None

    async def open(self) -> Self:
        """Connects now, rather than when the first is asked for."""
        while self.connection is None and not self._is_closed:
            await self._unless_closed(self._try(self._connect))
        return self

    async def __anext__(self) -> T:
        while not self._is_closed:
            told = await self._unless_closed(self._try(self._receive))
            if told is not None:
                return told
        raise StopAsyncIteration

    async def close(self) -> None:
        """Ends it, also for a task that waits for the next."""
        self._is_closed = True
        if self._waiting is not None:
            self._waiting.reschedule(0)
            self._waiting = None
        await self._hang_up()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def _unless_closed(self, step: Awaitable[T | None]) -> T | None:
        try:
            # whoever closes it has it time out
            async with asyncio.timeout(None) as self._waiting:
                return await step
        except TimeoutError:
            return None
        finally:
            self._waiting = None
            if self._is_closed:
                await self._hang_up()

    async def _try(self, step: Callable[[], Awaitable[T | None]]) -> T | None:
        try:
            return await step()
        except LOST as error:
            self.connection, self._owes_answer = None, False
            await self._lost(error)
            return None

    async def _receive(self) -> T | None:
        if self.connection is None:
            return await self._connect()
        if self._owes_answer and self._feed.acknowledgement is not None:
            self._owes_answer = False
            await self.connection.send(self._feed.acknowledgement)
        told = self._feed.read(await self.connection.recv(decode=True))
        if told is not None:
            self._pauses.begin_anew()
            self._owes_answer = True
        return told

    async def _connect(self) -> T | None:
        # connections of its own: those of the gateway belong to whoever asks with it, in another loop perhaps
        async with self._gateway.apart() as own, asyncio.timeout(STEP_S):
            if self._feed.after == "now":
                # a place, so that nothing is missed when it is cut off before anything was told
                self._feed.after = (await arrivals_get.asyncio(client=own, after="now")).next_
            token = await own.token_async(self._refused)
        try:
            self.connection = await _Direct(**self._settings(token))
        except SSLCertVerificationError as error:
            # as of a token or a page
            raise httpx.ConnectError(str(error)) from error
        except InvalidStatus as error:
            if error.response.status_code != 401 or not token or self._refused:
                raise _problem_of(error, self._feed.url) from error
            self._refused = token
            return None
        self._refused = ""
        was_open, self._has_been_open = self._has_been_open, True
        return self._feed.reconnected() if was_open else None

    def _settings(self, token: str) -> dict[str, Any]:
        address = httpx.URL(self._feed.address())
        return {
            "uri": str(address),
            "additional_headers": {"Authorization": f"Bearer {token}"} if token else {},
            "compression": None,
            "open_timeout": STEP_S,
            "close_timeout": 1,
        } | ({"ssl": self._gateway.verify} if address.scheme == "wss" else {})

    async def _lost(self, error: Exception) -> None:
        if not is_temporary(error):
            self._is_closed = True
            raise error
        pause = self._pauses.after(error)
        log.warning("%s: %s: %s; again in %.1f s", httpx.URL(self._feed.url).path, type(error).__name__, error, pause)
        await self._sleep(pause)

    async def _hang_up(self) -> None:
        connection, self.connection = self.connection, None
        if connection is not None:
            await connection.close()


class _Direct(connect):
    """Goes where it is sent to, and nowhere else."""

    def process_redirect(self, exc: Exception) -> Exception | str:
        return exc


def _problem_of(refusal: InvalidStatus, url: str) -> Problem:
    response = refusal.response
    content = bytes(response.body)[:LONGEST_PROBLEM]
    return Problem(f"GET {httpx.URL(url).path}", response.status_code, content, dict(response.headers.raw_items()))
