"""Lists that come page by page (ETSI GS MEC 009, clause 6.20)."""

from collections.abc import AsyncIterator, Iterator
from typing import Any, TypeVar

from .client import Answer, Gateway

T = TypeVar("T")


def pages(client: Gateway, first: Answer[T]) -> Iterator[T]:
    """The first page of a list, which a `sync_detailed` gave, and all that follow.

    Raises:
        Problem: What the gateway says is wrong with one of them.
        OtherOrigin: One is said to be elsewhere.
    """
    answer = first
    yield answer.parsed
    while request := _next(client, answer):
        answer = client.ask(request, answer.parse)
        yield answer.parsed


async def pages_async(client: Gateway, first: Answer[T]) -> AsyncIterator[T]:
    """As `pages`, of what an `asyncio_detailed` gave."""
    answer = first
    yield answer.parsed
    while request := _next(client, answer):
        answer = await client.ask_async(request, answer.parse)
        yield answer.parsed


def _next(client: Gateway, answer: Answer[T]) -> dict[str, Any] | None:
    link = answer.http.links.get("next")
    if link is None:
        return None
    url = answer.http.url.join(link["url"])
    client.require_mine(str(url))
    return {"method": "get", "url": url}
