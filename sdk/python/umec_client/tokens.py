"""Access tokens by client credentials (RFC 6749, section 4.4)."""

import asyncio
import threading
from collections.abc import AsyncGenerator, Awaitable, Callable, Generator
from time import monotonic
from urllib.parse import quote

import httpx

from .errors import Problem
from .models.token_response import TokenResponse

# of its lifetime: the rest is for what is on its way, and for clocks
GOOD_FOR = 0.9


class Tokens:
    """The token of a client. It is asked for when there is none, or it ends soon; once, however many wait for it."""

    def __init__(self, client_id: str, client_secret: str, scope: str | None, clock: Callable[[], float] = monotonic) -> None:
        """
        Args:
            scope: Scopes with a space between them; None for all that the client has.
            clock: Seconds that never jump.
        """
        self.expires_in: int | None = None
        """Seconds, of the last token when it was new."""
        self._basic = httpx.BasicAuth(quote(client_id, safe=""), quote(client_secret, safe=""))
        self._form = {"grant_type": "client_credentials"} | ({} if scope is None else {"scope": scope})
        self._clock = clock
        self._token = ""
        self._ends = 0.0
        self._lock = threading.Lock()
        self._async_lock = asyncio.Lock()

    def token(self, http: httpx.Client, refused: str = "") -> str:
        """A token that is good, and not the one that was refused."""
        with self._lock:
            if self._is_due(refused):
                self._keep(http.post("/oauth2/token", data=self._form, auth=self._basic))
            return self._token

    async def token_async(self, http: httpx.AsyncClient, refused: str = "") -> str:
        """As `token`."""
        async with self._async_lock:
            if self._is_due(refused):
                self._keep(await http.post("/oauth2/token", data=self._form, auth=self._basic))
            return self._token

    def _is_due(self, refused: str) -> bool:
        return self._token == refused or self._clock() >= self._ends

    def _keep(self, response: httpx.Response) -> None:
        if not response.is_success:
            raise Problem(response.status_code, response.content, response.headers)
        answer = TokenResponse.from_dict(response.json())
        self._token = answer.access_token
        self._ends = self._clock() + GOOD_FOR * answer.expires_in
        self.expires_in = answer.expires_in


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
    """Shows the token with every request to the gateway, and to nobody else.

    One that is refused is renewed, and the request sent again when its body is still there.
    """

    def __init__(self, url: str, token: Callable[[str], str], token_async: Callable[[str], Awaitable[str]]) -> None:
        """
        Args:
            url: Of the gateway.
            token: Gives a token that is not the one it is given.
        """
        self._url = url
        self._token = token
        self._token_async = token_async

    def sync_auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        if not is_same_origin(self._url, str(request.url)):
            yield request
            return
        token = self._token("")
        response = yield _with(request, token)
        if _is_refused(response):
            renewed = self._token(token)
            if renewed != token and _can_be_sent_again(request):
                yield _with(request, renewed)

    async def async_auth_flow(self, request: httpx.Request) -> AsyncGenerator[httpx.Request, httpx.Response]:
        if not is_same_origin(self._url, str(request.url)):
            yield request
            return
        token = await self._token_async("")
        response = yield _with(request, token)
        if _is_refused(response):
            renewed = await self._token_async(token)
            if renewed != token and _can_be_sent_again(request):
                yield _with(request, renewed)


def is_same_origin(one: str, other: str) -> bool:
    """Whether both are of one server; a WebSocket is of the server that its handshake goes to."""
    return _origin(one) == _origin(other)


def _origin(text: str) -> tuple[str, str, int | None]:
    url = httpx.URL(text)
    scheme = {"ws": "http", "wss": "https"}.get(url.scheme, url.scheme)
    return scheme, url.host, url.port or {"http": 80, "https": 443}.get(scheme)


def _with(request: httpx.Request, token: str) -> httpx.Request:
    request.headers["Authorization"] = f"Bearer {token}"
    return request


def _is_refused(response: httpx.Response) -> bool:
    return response.status_code == 401 and "invalid_token" in response.headers.get("WWW-Authenticate", "")


def _can_be_sent_again(request: httpx.Request) -> bool:
    return isinstance(request.stream, httpx.ByteStream)
