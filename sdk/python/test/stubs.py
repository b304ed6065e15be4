"""Servers that answer as a test wants, and keep what they were asked."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any


@dataclass(frozen=True)
class Asked:
    method: str
    path: str
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True)
class Reply:
    status: int
    body: Any = None
    headers: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Stub:
    url: str
    asked: list[Asked]

    def paths(self) -> list[str]:
        return [one.path for one in self.asked]


@contextmanager
def serve(answer: Callable[[Asked], Reply]) -> Iterator[Stub]:
    asked: list[Asked] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            asked.append(Asked(self.command, self.path, dict(self.headers), body))
            reply = answer(asked[-1])
            content = reply.body if isinstance(reply.body, bytes) else json.dumps(reply.body).encode()
            self.send_response(reply.status)
            for name, value in (reply.headers | {"Content-Length": str(len(content))}).items():
                self.send_header(name, value)
            self.end_headers()
            with suppress(ConnectionError):
                self.wfile.write(content)

        do_PUT = do_POST = do_GET

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield Stub(f"http://127.0.0.1:{server.server_port}", asked)
    finally:
        server.shutdown()
        server.server_close()


def always(reply: Reply) -> Callable[[Asked], Reply]:
    return lambda asked: reply


class Issuer:
    """Gives tokens t1, t2 and so on, and says of all but the last that they are not good any more."""

    def __init__(self) -> None:
        self.count = 0
        self.is_good: Callable[[str], bool] = lambda token: token == f"t{self.count}"

    def answer(self, asked: Asked) -> Reply:
        if asked.path == "/oauth2/token":
            self.count += 1
            token = {"access_token": f"t{self.count}", "token_type": "Bearer", "expires_in": 100, "scope": "a"}
            return Reply(200, token)
        if self.is_good(asked.headers.get("Authorization", "").removeprefix("Bearer ")):
            return Reply(200, {"value": 1})
        problem = {"status": 401, "title": "unauthorized", "detail": "the token is not good any more"}
        return Reply(401, problem, {"WWW-Authenticate": 'Bearer error="invalid_token"'})
