"""WebSockets that tell what a test wants, and a server that says nothing at all."""

import json
import logging
import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from queue import Queue
from threading import Thread
from typing import Any

from websockets.datastructures import Headers
from websockets.http11 import Request, Response
from websockets.sync.server import Server, ServerConnection
from websockets.sync.server import serve as serve_web_sockets

from umec_client import Gateway

# who goes away without a word is what is tested
logging.getLogger("websockets.server").setLevel(logging.CRITICAL)

STEPS: dict[str, Callable[[str], Gateway]] = {
    "token": lambda url: Gateway(url, client_id="a", client_secret="b"),
    "page": Gateway,
    "handshake": Gateway,
}
"""What a stream asks a server for first, of which gateway; a page of one that goes on from now."""


@contextmanager
def serving(
    tell: Callable[[ServerConnection], Any],
    judge: Callable[[ServerConnection, Request], Response | None] | None = None,
    tls: ssl.SSLContext | None = None,
) -> Iterator[str]:
    server: Server = serve_web_sockets(tell, "127.0.0.1", 0, process_request=judge, ssl=tls)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"{'wss' if tls else 'ws'}://127.0.0.1:{server.socket.getsockname()[1]}"
    finally:
        server.shutdown()


@contextmanager
def saying_nothing() -> Iterator[tuple[str, Queue[socket.socket]]]:
    """Its URL, and who came."""
    came: Queue[socket.socket] = Queue()
    with socket.create_server(("127.0.0.1", 0)) as server:

        def take() -> None:
            try:
                while True:
                    came.put(server.accept()[0])
            except OSError:
                return

        Thread(target=take, daemon=True).start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}", came
        server.shutdown(socket.SHUT_RDWR)
    while not came.empty():
        came.get().close()


def has_gone(connection: socket.socket) -> bool:
    """Whether who came has hung up within ten seconds."""
    connection.settimeout(10)
    try:
        while connection.recv(4096):
            pass
    except ConnectionResetError:
        pass
    except TimeoutError:
        return False
    finally:
        connection.close()
    return True


def gateway_at(answers: str, web_sockets: str, client_id: str | None = "a") -> Gateway:
    """What gives tokens and pages and what takes WebSockets are two servers in these tests alone."""
    gateway = Gateway(answers, client_id=client_id, client_secret="b")
    gateway.url = web_sockets
    return gateway


def refusal(status: int, **headers: str) -> Response:
    body = json.dumps({"status": status, "detail": "no"}).encode()
    said = {name.replace("_", "-"): value for name, value in headers.items()} | {"Content-Length": str(len(body))}
    return Response(status, "No", Headers(said), body)


def cut(connection: ServerConnection) -> None:
    connection.socket.shutdown(socket.SHUT_RDWR)


def path_of(connection: ServerConnection) -> str:
    return "" if connection.request is None else connection.request.path


def arrival(cursor: str) -> str:
    point = {"measurement": "m", "time": "2026-01-01T00:00:00.000Z", "tags": {}, "fields": {}}
    return json.dumps({"type": "org.umec.sensors.arrival.v1", "cursor": cursor, "data": point})


def missed(count: int | None) -> str:
    data = {} if count is None else {"missed": count}
    return json.dumps({"type": "org.umec.sensors.missed.v1", "data": data})


def notification(number: int, kind: str = "TestNotification") -> str:
    body = json.dumps({"notificationType": kind, "_links": {"subscription": {"href": f"/{number}"}}})
    return f"POST / HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n{body}"


async def at_once(_: float) -> None:
    pass
