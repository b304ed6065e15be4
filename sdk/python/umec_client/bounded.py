"""Of what goes wrong a server can say no end; the beginning is read."""

from collections.abc import AsyncIterator, Iterator

import httpx

LONGEST_PROBLEM = 64 * 1024
"""Bytes."""


def bound(response: httpx.Response) -> None:
    """Has no more read of an error, by whomever."""
    if response.is_error:
        response.stream = _Beginning(response.stream)


async def bound_async(response: httpx.Response) -> None:
    """As `bound`."""
    bound(response)


class _Beginning(httpx.SyncByteStream, httpx.AsyncByteStream):
    def __init__(self, whole: httpx.SyncByteStream | httpx.AsyncByteStream) -> None:
        self._whole = whole
        self._left = LONGEST_PROBLEM

    def __iter__(self) -> Iterator[bytes]:
        assert isinstance(self._whole, httpx.SyncByteStream)
        for piece in self._whole:
            yield self._part(piece)
            if self._left == 0:
                return

    async def __aiter__(self) -> AsyncIterator[bytes]:
        assert isinstance(self._whole, httpx.AsyncByteStream)
        async for piece in self._whole:
            yield self._part(piece)
            if self._left == 0:
                return

    def _part(self, piece: bytes) -> bytes:
        part = piece[: self._left]
        self._left -= len(part)
        return part

    def close(self) -> None:
        assert isinstance(self._whole, httpx.SyncByteStream)
        self._whole.close()

    async def aclose(self) -> None:
        assert isinstance(self._whole, httpx.AsyncByteStream)
        await self._whole.aclose()
