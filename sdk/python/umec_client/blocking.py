"""Streams for who waits without asyncio."""

import asyncio
from collections.abc import Callable, Coroutine, Iterator
from os import getpid
from threading import Thread
from typing import Any, Generic, Self, TypeVar
from weakref import finalize

from websockets.asyncio.client import ClientConnection

from .streams import AsyncStream

T = TypeVar("T")


class Stream(Iterator[T], Generic[T]):
    """As `AsyncStream`, for who waits without asyncio; one that nobody has any more is closed.

    Attributes:
        connection: The WebSocket, as the package websockets has it; None while there is none.
    """

    def __init__(self, stream: AsyncStream[T]) -> None:
        self._stream = stream
        finalize(self, _begin, stream.close).atexit = False

    @property
    def connection(self) -> ClientConnection | None:
        return self._stream.connection

    def open(self) -> Self:
        """Connects now, rather than when the first is asked for."""
        _wait_for(self._stream.open())
        return self

    def __next__(self) -> T:
        try:
            return _wait_for(self._stream.__anext__())
        except StopAsyncIteration:
            raise StopIteration from None

    def close(self) -> None:
        """Ends it, also for a thread that waits for the next."""
        _wait_for(self._stream.close())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _wait_for(step: Coroutine[Any, Any, T]) -> T:
    pending = asyncio.run_coroutine_threadsafe(step, _loop())
    try:
        return pending.result()
    except BaseException:
        # such as an interrupt of the keyboard: what nobody waits for takes nothing
        pending.cancel()
        raise


def _begin(close: Callable[[], Coroutine[Any, Any, None]]) -> None:
    asyncio.run_coroutine_threadsafe(close(), _loop())


_loops: dict[int, asyncio.AbstractEventLoop] = {}


def _loop() -> asyncio.AbstractEventLoop:
    """Waits for all streams of a process, in one thread: what waits there can be ended by any other."""
    process = getpid()
    if process not in _loops:
        mine = asyncio.new_event_loop()
        # of threads that come at once one is first, and needs no lock that a fork might find closed
        if _loops.setdefault(process, mine) is mine:
            Thread(target=mine.run_forever, name="umec_client", daemon=True).start()
        else:
            mine.close()
    return _loops[process]
