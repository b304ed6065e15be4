import asyncio
import json
import logging
import socket
import unittest
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Thread
from typing import Any

from stubs import Asked, Issuer, Reply, serve
from umec_client.models.test_notification import TestNotification
from websockets.datastructures import Headers
from websockets.http11 import Request, Response
from websockets.sync.server import Server, ServerConnection
from websockets.sync.server import serve as serve_web_sockets

from umec_client import Arrival, AsyncStream, Gap, Gateway, Missed, Notification, Problem, Stream
from umec_client.feeds import ArrivalFeed, EventFeed, NotificationFeed

# who goes away without a word is what is tested
logging.getLogger("websockets.server").setLevel(logging.CRITICAL)


class Arrivals(unittest.TestCase):
    def test_go_on_behind_the_last_cursor_when_they_are_cut_off(self) -> None:
        asked: list[str] = []

        def tell(connection: ServerConnection) -> None:
            asked.append(path_of(connection))
            connection.send(arrival(f"c{len(asked)}"))
            cut(connection)

        with serving(tell) as url, Gateway(url) as gateway:
            stream = Stream(gateway, ArrivalFeed(f"{url}/a", "c0", "m"), sleep=lambda _: None)
            cursors = [told.cursor for told, _ in zip(stream, range(3), strict=False) if isinstance(told, Arrival)]
            stream.close()
        self.assertEqual(cursors, ["c1", "c2", "c3"])
        self.assertEqual(asked[:3], [f"/a?after=c{number}&measurement=m" for number in range(3)])

    def test_tell_what_was_missed(self) -> None:
        def tell(connection: ServerConnection) -> None:
            connection.send(json.dumps({"type": "org.umec.sensors.missed.v1", "data": {"missed": 7}}))
            connection.send(json.dumps({"type": "org.umec.sensors.missed.v1", "data": {}}))
            connection.send(json.dumps({"type": "of another day"}))
            connection.send(arrival("c1"))

        with serving(tell) as url, Gateway(url) as gateway, Stream(gateway, ArrivalFeed(f"{url}/a", None, None)) as stream:
            told = [next(stream), next(stream), next(stream)]
        self.assertEqual(told[:2], [Missed(7), Missed(None)])
        self.assertIsInstance(told[2], Arrival)


class Events(unittest.TestCase):
    def test_tell_of_a_gap_when_they_are_cut_off(self) -> None:
        def tell(connection: ServerConnection) -> None:
            connection.send(json.dumps({"id": "1"}))
            cut(connection)

        async def read(url: str) -> list[object]:
            async with Gateway(url) as gateway, AsyncStream(gateway, EventFeed(f"{url}/e", ["a/**"]), at_once) as stream:
                return [await anext(stream), await anext(stream), await anext(stream)]

        with serving(tell) as url:
            self.assertEqual(asyncio.run(read(url)), [{"id": "1"}, Gap(), {"id": "1"}])


class Notifications(unittest.TestCase):
    def test_are_answered_when_the_next_is_asked_for_and_not_before(self) -> None:
        answers: list[str | bytes] = []

        def tell(connection: ServerConnection) -> None:
            connection.send(notification(1))
            answers.append(connection.recv())
            connection.send(notification(2))
            answers.extend(connection)

        with serving(tell) as url, Gateway(url) as gateway, Stream(gateway, NotificationFeed(f"{url}/n")) as stream:
            self.assertEqual((href(next(stream)), len(answers)), ("/1", 0))
            self.assertEqual((href(next(stream)), answers), ("/2", ["HTTP/1.1 204 No Content\r\n\r\n"]))

    def test_are_not_answered_on_another_connection(self) -> None:
        answers: list[str | bytes] = []
        count = 0

        def tell(connection: ServerConnection) -> None:
            nonlocal count
            count += 1
            connection.send(notification(count))
            if count == 1:
                # whether an answer is still under way there is a matter of luck
                cut(connection)
            else:
                answers.extend(connection)

        async def read(url: str) -> list[str]:
            async with Gateway(url) as gateway, AsyncStream(gateway, NotificationFeed(f"{url}/n"), at_once) as stream:
                told = [href(await anext(stream)), href(await anext(stream))]
                await stream.acknowledge()
                await stream.acknowledge()
                return told

        with serving(tell) as url:
            self.assertEqual(asyncio.run(read(url)), ["/1", "/2"])
        self.assertEqual(answers, ["HTTP/1.1 204 No Content\r\n\r\n"])


class Streams(unittest.TestCase):
    def test_renew_a_token_once_that_is_refused(self) -> None:
        self.assertEqual(self.shown_to_a_web_socket(is_gateways=True), ["Bearer t1", "Bearer t2"])

    def test_show_no_token_to_another_server(self) -> None:
        self.assertEqual(self.shown_to_a_web_socket(is_gateways=False), [None, None])

    def shown_to_a_web_socket(self, *, is_gateways: bool) -> list[str | None]:
        """What a server that refuses every token is shown."""
        shown: list[str | None] = []

        def judge(_: ServerConnection, request: Request) -> Response:
            shown.append(request.headers.get("Authorization"))
            return refusal(401)

        with serve(Issuer().answer) as stub, serving(lambda _: None, judge) as url:
            gateway = Gateway(stub.url, client_id="a", client_secret="b")
            if is_gateways:
                # what gives tokens and what takes WebSockets are two servers in this test alone
                gateway.url = url
            with gateway, self.assertRaises(Problem):
                next(Stream(gateway, ArrivalFeed(f"{url}/a", None, None)))
        return shown

    def test_end_with_the_problem_when_trying_again_would_not_help(self) -> None:
        for status in (401, 403, 404, 410):
            with (
                self.subTest(status),
                serving(lambda _: None, lambda *_, status=status: refusal(status)) as url,
                Gateway(url) as gateway,
            ):
                with self.assertRaises(Problem) as caught:
                    next(Stream(gateway, ArrivalFeed(f"{url}/a", None, None)))
                self.assertEqual((caught.exception.status, caught.exception.details.detail), (status, "no"))

    def test_wait_longer_each_time_but_a_minute_at_most(self) -> None:
        pauses: list[float] = []

        def judge(*_: object) -> Response | None:
            return refusal(503, "40") if len(pauses) == 9 else refusal(503) if len(pauses) < 12 else None

        with serving(lambda it: it.send(arrival("c1")), judge) as url, Gateway(url) as gateway:
            next(Stream(gateway, ArrivalFeed(f"{url}/a", None, None), sleep=pauses.append))
        self.assertEqual(len(pauses), 12)
        for number, pause in enumerate(pauses):
            longest = min(60, 0.5 * 2**number)
            self.assertTrue(longest / 2 <= pause <= longest, f"{pause} s at {number}")
        self.assertGreaterEqual(pauses[9], 40)

    def test_wait_for_a_token_as_for_a_web_socket(self) -> None:
        issuer = Issuer()
        pauses: list[float] = []

        def answer(asked: Asked) -> Reply:
            busy = {"status": 503, "title": "unavailable", "detail": "too busy"}
            return Reply(503, busy) if len(pauses) < 2 else issuer.answer(asked)

        with (
            serve(answer) as stub,
            serving(lambda it: it.send(arrival("c1"))) as url,
            Gateway(stub.url, client_id="a", client_secret="b") as gateway,
        ):
            told = next(Stream(gateway, ArrivalFeed(f"{url}/a", None, None), sleep=pauses.append))
        self.assertIsInstance(told, Arrival)
        self.assertEqual(len(pauses), 2)

    def test_end_for_a_thread_that_waits(self) -> None:
        with serving(lambda it: [*it]) as url, Gateway(url) as gateway:
            stream = Stream(gateway, ArrivalFeed(f"{url}/a", None, None)).open()
            told: list[object] = []
            reader = Thread(target=lambda: told.extend(stream))
            reader.start()
            stream.close()
            reader.join(10)
            self.assertEqual((reader.is_alive(), told), (False, []))


@contextmanager
def serving(
    tell: Callable[[ServerConnection], Any],
    judge: Callable[[ServerConnection, Request], Response | None] | None = None,
) -> Iterator[str]:
    server: Server = serve_web_sockets(tell, "127.0.0.1", 0, process_request=judge)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"ws://127.0.0.1:{server.socket.getsockname()[1]}"
    finally:
        server.shutdown()


def refusal(status: int, retry_after: str | None = None) -> Response:
    body = json.dumps({"status": status, "detail": "no"}).encode()
    headers = Headers({"Content-Length": str(len(body))})
    if retry_after is not None:
        headers["Retry-After"] = retry_after
    return Response(status, "No", headers, body)


def cut(connection: ServerConnection) -> None:
    connection.socket.shutdown(socket.SHUT_RDWR)


def path_of(connection: ServerConnection) -> str:
    return "" if connection.request is None else connection.request.path


def arrival(cursor: str) -> str:
    point = {"measurement": "m", "time": "2026-01-01T00:00:00.000Z", "tags": {}, "fields": {}}
    return json.dumps({"type": "org.umec.sensors.arrival.v1", "cursor": cursor, "data": point})


def notification(number: int) -> str:
    body = json.dumps({"notificationType": "TestNotification", "_links": {"subscription": {"href": f"/{number}"}}})
    return f"POST / HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n{body}"


def href(told: Notification) -> str:
    if not isinstance(told, TestNotification):
        raise AssertionError(told)
    return told.field_links.subscription.href


async def at_once(_: float) -> None:
    pass


if __name__ == "__main__":
    unittest.main()
