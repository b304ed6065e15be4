"""Access tokens by client credentials (RFC 6749, section 4.4)."""

import asyncio
import threading
from collections.abc import AsyncGenerator, Awaitable, Callable, Generator, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from time import monotonic
from typing import Any
from urllib.parse import quote

import httpx

from .errors import read_answer
from .models.token_response import TokenResponse
from .origins import origin_of
from .waits import STEP_S

# of its lifetime: the rest is for what is on its way, and for clocks
GOOD_FOR = 0.9


class Tokens:
    """The token of a client. It is asked for when there is none, or it ends soon; once, however many wait for it.

    Threads and tasks wait for each other, tasks of other event loops too.
    """

    def __init__(self, client_id: str, client_secret: str, scope: str | None, clock: Callable[[], float] = monotonic) -> None:
        """
        Args:
            scope: Scopes with a space between them; None for all that the client has.
            clock: Seconds that never jump.
        """
        self.expires_in: int | None = None
        """Seconds, of the last token when it was new."""
        basic = httpx.BasicAuth(quote(client_id, safe=""), quote(client_secret, safe=""))
        form = {"grant_type": "client_credentials"} | ({} if scope is None else {"scope": scope})
        self._asked: dict[str, Any] = {"url": "/oauth2/token", "data": form, "auth": basic, "timeout": STEP_S}
        self._clock = clock
        self._token = ""
        self._ends = 0.0
        self._lock = threading.Lock()
        self._asking: Future[None] | None = None

    def token(self, http: httpx.Client, refused: str = "") -> str:
        """A token that is good, and not the one that was refused.

        Raises:
            Problem: The gateway gives none.
        """
        while turn := self._turn(refused):
            asking, is_mine = turn
            if not is_mine:
                asking.result(STEP_S)
                continue
            with self._ending(asking):
                return self._kept(http.post(**self._asked))
        return self._token

    async def token_async(self, http: httpx.AsyncClient, refused: str = "") -> str:
        """As `token`."""
        while turn := self._turn(refused):
            asking, is_mine = turn
            if not is_mine:
                # one who is tired of waiting does not end it for the others
                await asyncio.shield(asyncio.wrap_future(asking))
                continue
            with self._ending(asking):
                return self._kept(await http.post(**self._asked))
        return self._token

    def _turn(self, refused: str) -> tuple[Future[None], bool] | None:
        """Who asks for another, and whether it is the caller; None when there is no need."""
        with self._lock:
            if self._token != refused and self._clock() < self._ends:
                return None
            if self._asking is not None:
                return self._asking, False
            self._asking = Future()
            return self._asking, True

    @contextmanager
    def _ending(self, asking: Future[None]) -> Iterator[None]:
        """Who waits has the same problem; of one who only gave up they do not hear, and one of them asks."""
        problem: Exception | None = None
        try:
            yield
        except Exception as error:
            problem = error
            raise
        finally:
            with self._lock:
                self._asking = None
            if problem is None:
                asking.set_result(None)
            else:
                asking.set_exception(problem)

    def _kept(self, response: httpx.Response) -> str:
        answer = read_answer(response, lambda response: TokenResponse.from_dict(response.json()))
        with self._lock:
            self._ends = self._clock() + GOOD_FOR * answer.expires_in
            self._token, self.expires_in = answer.access_token, answer.expires_in
        return answer.access_token


class Given:
    """A token that somebody else got, and that nobody here can renew."""

    expires_in: int | None = None

    def __init__(self, token: str) -> None:
        self._token = token

    def token(self, http: httpx.Client, refused: str = "") -> str:
        return self._token

    async def token_async(self, http: httpx.AsyncClient, refused: str = "") -> str:
        return self._token


class Shown(httpx.Auth):
    """Shows the token with every request to the gateway that shows nothing else, and to nobody else.

    One that is refused is renewed, and the request sent again when its body is still there.
    """

    def __init__(self, url: str, token: Callable[[str], str], token_async: Callable[[str], Awaitable[str]]) -> None:
        """
        Args:
            url: Of the gateway.
            token: Gives a token that is not the one it is given.
        """
        self._origin = origin_of(url)
        self._token = token
        self._token_async = token_async

    def _is_for(self, request: httpx.Request) -> bool:
        return origin_of(str(request.url)) == self._origin and "Authorization" not in request.headers

    def sync_auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        if not self._is_for(request):
            yield request
            return
        token = self._token("")
        response = yield _with(request, token)
        if _is_refused(response):
            renewed = self._token(token)
            if renewed != token and _can_be_sent_again(request):
                yield _with(request, renewed)

    async def async_auth_flow(self, request: httpx.Request) -> AsyncGenerator[httpx.Request, httpx.Response]:
        if not self._is_for(request):
            yield request
            return
        token = await self._token_async("")
        response = yield _with(request, token)
        if _is_refused(response):
            renewed = await self._token_async(token)
            if renewed != token and _can_be_sent_again(request):
                yield _with(request, renewed)


def _with(request: httpx.Request, token: str) -> httpx.Request:
    request.headers["Authorization"] = f"Bearer {token}"
    return request


def _is_refused(response: httpx.Response) -> bool:
    return response.status_code == 401 and "invalid_token" in response.headers.get("WWW-Authenticate", "")


def _can_be_sent_again(request: httpx.Request) -> bool:
    return isinstance(request.stream, httpx.ByteStream)
