"""Whom everything is asked."""

import ssl
from collections.abc import Callable
from copy import copy
from dataclasses import dataclass
from time import monotonic
from types import TracebackType
from typing import Any, Generic, Self, TypeVar

import httpx

from .bounded import bound, bound_async
from .errors import read_answer
from .origins import OtherOrigin, origin_of
from .tokens import Given, Shown, Tokens
from .waits import STEP_S

T = TypeVar("T")


@dataclass(frozen=True)
class Answer(Generic[T]):
    """What is answered, as values of Python and as it came.

    Attributes:
        parsed: None where there is nothing but the status.
        http: Status, headers such as `ETag`, and bytes.
        parse: Reads another answer of the same kind.
    """

    parsed: T
    http: httpx.Response
    parse: Callable[[httpx.Response], T]


class Gateway:
    """A gateway, and who asks it: a client with its secret, a token that somebody else got, or nobody.

        with Gateway("https://gateway.example:8080", client_id="plates", client_secret=secret) as gateway:
            ...

    `async with` does the same for what is asked with `asyncio`. Threads may share one.
    """

    def __init__(
        self,
        url: str,
        *,
        client_id: str | None = None,
        client_secret: str = "",
        scope: str | None = None,
        token: str | None = None,
        timeout: float = 70,
        verify: ssl.SSLContext | bool = True,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        """
        Args:
            url: Where the gateway is, without the path of an API.
            scope: Scopes with a space between them; None for all that the client has.
            timeout: Seconds without a byte; an answer may wait for up to 60 (`wait`). A connection is there within 30.
            verify: Which certificates are believed: a context with the gateway's CA, or those of the machine.
            clock: Seconds that never jump, by which a token ends.
        """
        self.url = url.rstrip("/")
        self.verify = httpx.create_ssl_context(verify)
        self.tokens: Tokens | Given | None = None
        if client_id is not None:
            self.tokens = Tokens(client_id, client_secret, scope, clock)
        elif token is not None:
            self.tokens = Given(token)
        limits = httpx.Timeout(timeout, connect=min(timeout, STEP_S))
        self._settings: dict[str, Any] = {"base_url": self.url, "timeout": limits, "verify": self.verify}
        self.http = httpx.Client(auth=self._shown(), event_hooks={"response": [bound]}, **self._settings)
        """For what no operation has a function for, such as `gateway.http.stream`: it shows the token too."""
        self.http_async = self._http_async()

    def apart(self) -> "Gateway":
        """The same, with connections of its own for what is asked with `asyncio`: such as in another event loop."""
        apart = copy(self)
        apart.http_async = apart._http_async()
        return apart

    def token(self, refused: str = "") -> str:
        """A token that is good, and not the one that was refused; empty when nobody asks."""
        return "" if self.tokens is None else self.tokens.token(self.http, refused)

    async def token_async(self, refused: str = "") -> str:
        """As `token`."""
        return "" if self.tokens is None else await self.tokens.token_async(self.http_async, refused)

    def ask(self, request: dict[str, Any], parse: Callable[[httpx.Response], T]) -> Answer[T]:
        """
        Args:
            request: What `httpx.Client.request` takes.

        Raises:
            Problem: What the gateway says is wrong.
            UnexpectedAnswer: It is not what the specification has.
        """
        return _answer(self.http.request(**_with_lists(request)), parse)

    async def ask_async(self, request: dict[str, Any], parse: Callable[[httpx.Response], T]) -> Answer[T]:
        """As `ask`."""
        return _answer(await self.http_async.request(**_with_lists(request)), parse)

    def require_mine(self, url: str) -> None:
        """
        Raises:
            OtherOrigin: The address is not this gateway's.
        """
        if origin_of(url) != origin_of(self.url):
            raise OtherOrigin(self.url, url)

    def close(self) -> None:
        self.http.close()

    async def close_async(self) -> None:
        await self.http_async.aclose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None) -> None:
        await self.close_async()

    def _http_async(self) -> httpx.AsyncClient:
        return httpx.AsyncClient(auth=self._shown(), event_hooks={"response": [bound_async]}, **self._settings)

    def _shown(self) -> Shown | None:
        return None if self.tokens is None else Shown(self.url, self.token, self.token_async)


def _answer(response: httpx.Response, parse: Callable[[httpx.Response], T]) -> Answer[T]:
    return Answer(read_answer(response, parse), response, parse)


# in one parameter, with commas, as the specifications say (`explode: false`); other lists have a parameter for each of theirs
_WITH_COMMAS = {"fields", "exclude_fields"}


def _with_lists(request: dict[str, Any]) -> dict[str, Any]:
    if "params" not in request:
        return request
    joined = {name: ",".join(value) for name, value in request["params"].items() if name in _WITH_COMMAS}
    return request | {"params": request["params"] | joined}
