import asyncio
import gc
import logging
import os
import signal
import socket
import unittest
from queue import Queue
from threading import Event, Thread
from unittest.mock import patch

from sockets import STEPS, arrival, at_once, cut, gateway_at, has_gone, refusal, saying_nothing, serving
from stubs import Asked, Issuer, Reply, serve
from websockets.http11 import Request, Response
from websockets.sync.server import ServerConnection

from umec_client import (
    Arrival,
    AsyncStream,
    Gateway,
    Missed,
    OtherOrigin,
    Problem,
    Stream,
    arrivals,
    arrivals_async,
    notifications,
)
from umec_client.feeds import ArrivalFeed


class Streams(unittest.TestCase):
    def test_renew_a_token_once_that_is_refused(self) -> None:
        shown: list[str | None] = []

        def judge(_: ServerConnection, request: Request) -> Response:
            shown.append(request.headers.get("Authorization"))
            return refusal(401)

        with serve(Issuer().answer) as stub, serving(lambda _: None, judge) as url, gateway_at(stub.url, url) as gateway:
            stream = arrivals(gateway)
            self.assertRaises(Problem, lambda: next(stream))
            self.assertEqual(list(stream), [])
        self.assertEqual(shown, ["Bearer t1", "Bearer t2"])

    def test_renew_a_token_again_that_is_refused_after_it_was_good_though_nothing_was_told(self) -> None:
        shown: list[str | None] = []

        def judge(_: ServerConnection, request: Request) -> Response | None:
            shown.append(request.headers.get("Authorization"))
            return None if len(shown) % 2 == 0 else refusal(401)

        def tell(connection: ServerConnection) -> None:
            if len(shown) < 4:
                cut(connection)
            else:
                connection.send(arrival("c1"))

        with serve(Issuer().answer) as stub, serving(tell, judge) as url, gateway_at(stub.url, url) as gateway:
            self.assertIsInstance(next(quick(gateway)), Arrival)
        self.assertEqual(shown, ["Bearer t1", "Bearer t2", "Bearer t2", "Bearer t3"])

    def test_are_of_the_gateway_and_of_no_other_server(self) -> None:
        with Gateway("http://127.0.0.1:1") as gateway, self.assertRaises(OtherOrigin) as caught:
            notifications(gateway, "ws://127.0.0.1:2/n?secret")
        text = str(caught.exception)
        self.assertIn("http://127.0.0.1:1", text)
        self.assertIn("http://127.0.0.1:2", text)
        self.assertNotIn("secret", text)

    def test_are_not_sent_elsewhere(self) -> None:
        came: list[str] = []
        with (
            serving(lambda _: came.append("here")) as other,
            serving(lambda _: None, lambda *_: refusal(302, Location=f"{other}/a")) as url,
            Gateway(url) as gateway,
            self.assertRaises(Problem) as caught,
        ):
            next(arrivals(gateway))
        self.assertEqual((caught.exception.status, came), (302, []))

    def test_end_with_the_problem_when_trying_again_would_not_help(self) -> None:
        for status in (401, 403, 404, 410):
            with (
                self.subTest(status),
                serving(lambda _: None, lambda *_, status=status: refusal(status)) as url,
                Gateway(url) as gateway,
            ):
                with self.assertRaises(Problem) as caught:
                    next(arrivals(gateway, after="c1"))
                self.assertEqual(str(caught.exception), f"GET /sensors/v1/readings/arrivals/websocket: {status} : no")

    def test_wait_longer_each_time_until_something_is_told(self) -> None:
        pauses: list[float] = []

        async def sleep(pause: float) -> None:
            pauses.append(pause)

        def judge(*_: object) -> Response | None:
            if len(pauses) == 7:
                return refusal(429, Retry_After="40")
            return refusal(408 if len(pauses) % 2 else 503) if len(pauses) < 10 else None

        def tell(connection: ServerConnection) -> None:
            if len(pauses) > 10:
                connection.send(arrival("c1"))
            cut(connection)

        with serving(tell, judge) as url, Gateway(url) as gateway, self.assertLogs("umec_client") as logs:
            stream = Stream(AsyncStream(gateway, ArrivalFeed(f"{url}/a?secret", None, None), sleep))
            self.assertIsInstance(next(stream), Arrival)
            self.assertEqual(len(pauses), 11)
            next(stream)
        for number, pause in enumerate(pauses[:11]):
            longest = 40 if number == 7 else min(30, 0.5 * 2**number)
            self.assertTrue(longest / 2 <= pause <= longest, f"{pause} s at {number}")
        self.assertEqual(pauses[7], 40)
        # something was told
        self.assertLessEqual(pauses[11], 0.5)
        self.assertEqual(len(logs.output), len(pauses))
        self.assertIn("/a: Problem: GET /a: 503 : no; again in 0.", logs.output[0])
        self.assertNotIn("secret", "".join(logs.output))

    def test_wait_for_a_token_as_for_a_web_socket(self) -> None:
        issuer = Issuer()
        statuses = [503, 429, 408]

        def answer(asked: Asked) -> Reply:
            busy = {"status": 503, "title": "unavailable", "detail": "too busy"}
            return Reply(statuses.pop(), busy) if statuses else issuer.answer(asked)

        with (
            serve(answer) as stub,
            serving(lambda it: it.send(arrival("c1"))) as url,
            gateway_at(stub.url, url) as gateway,
        ):
            self.assertIsInstance(next(quick(gateway)), Arrival)
        self.assertEqual((len(stub.asked), statuses), (4, []))

    def test_give_up_on_each_step_that_takes_too_long(self) -> None:
        for name, make in STEPS.items():
            with (
                self.subTest(name),
                saying_nothing() as (url, came),
                patch("umec_client.streams.STEP_S", 0.05),
                make(url) as gateway,
            ):
                slept: Queue[float] = Queue()

                async def sleep(pause: float, slept: Queue[float] = slept) -> None:
                    slept.put(pause)

                after = "now" if name == "page" else None
                address = url.replace("http", "ws") + "/a"
                stream = Stream(AsyncStream(gateway, ArrivalFeed(address, after, None), sleep))
                reader = Thread(target=lambda stream=stream: list(stream), daemon=True)
                reader.start()
                slept.get(timeout=10)
                self.assertTrue(has_gone(came.get(timeout=10)))
                stream.close()
                reader.join(10)


class Closing(unittest.TestCase):
    def test_ends_each_step_for_a_thread_that_waits_and_hangs_up(self) -> None:
        for name, make in STEPS.items():
            with self.subTest(name), saying_nothing() as (url, came), make(url) as gateway:
                stream = arrivals(gateway, after="now" if name == "page" else None)
                reader = Thread(target=lambda stream=stream: list(stream), daemon=True)
                reader.start()
                connection = came.get(timeout=10)
                stream.close()
                reader.join(10)
                self.assertFalse(reader.is_alive())
                self.assertTrue(has_gone(connection))

    def test_ends_each_step_for_a_task_that_waits_and_hangs_up(self) -> None:
        async def read(gateway: Gateway, after: str | None, came: "Queue[socket.socket]") -> socket.socket:
            async with gateway:
                stream = arrivals_async(gateway, after)
                reader = asyncio.create_task(all_of(stream))
                connection = await asyncio.to_thread(came.get, timeout=10)
                await stream.close()
                self.assertEqual(await asyncio.wait_for(reader, 10), [])
            return connection

        for name, make in STEPS.items():
            with self.subTest(name), saying_nothing() as (url, came):
                self.assertTrue(has_gone(asyncio.run(read(make(url), "now" if name == "page" else None, came))))

    def test_ends_a_pause(self) -> None:
        paused = Event()

        class Listening(logging.Handler):
            def emit(self, record: logging.LogRecord) -> None:
                paused.set()

        handler = Listening()
        logging.getLogger("umec_client").addHandler(handler)
        self.addCleanup(logging.getLogger("umec_client").removeHandler, handler)
        with serving(lambda _: None, lambda *_: refusal(503, Retry_After="3600")) as url, Gateway(url) as gateway:
            stream = arrivals(gateway)
            reader = Thread(target=lambda: list(stream), daemon=True)
            reader.start()
            self.assertTrue(paused.wait(10))
            stream.close()
            reader.join(10)
            self.assertFalse(reader.is_alive())

    def test_ends_waiting_for_the_next(self) -> None:
        ended = Event()
        with serving(lambda it: hear(it, ended)) as url, Gateway(url) as gateway:
            stream = arrivals(gateway).open()
            told: list[object] = []
            reader = Thread(target=lambda: told.extend(stream), daemon=True)
            reader.start()
            stream.close()
            reader.join(10)
            self.assertEqual((reader.is_alive(), told), (False, []))
            self.assertTrue(ended.wait(10))
            stream.close()

    def test_is_done_for_a_stream_that_nobody_has_any_more(self) -> None:
        ended = Event()
        with serving(lambda it: hear(it, ended)) as url, Gateway(url) as gateway:
            arrivals(gateway).open()
            gc.collect()
            self.assertTrue(ended.wait(10))

    def test_is_not_done_by_an_interrupt_which_ends_the_waiting_only(self) -> None:
        waiting, interrupted = Event(), Event()

        def tell(connection: ServerConnection) -> None:
            waiting.set()
            interrupted.wait(10)
            connection.send(arrival("c1"))

        def interrupt() -> None:
            waiting.wait(10)
            os.kill(os.getpid(), signal.SIGINT)

        with serving(tell) as url, Gateway(url) as gateway, arrivals(gateway) as stream:
            Thread(target=interrupt).start()
            self.assertRaises(KeyboardInterrupt, lambda: next(stream))
            interrupted.set()
            self.assertIsInstance(next(stream), Arrival)


def quick(gateway: Gateway) -> Stream[Arrival | Missed]:
    return Stream(AsyncStream(gateway, ArrivalFeed(f"{gateway.url}/a", None, None), at_once))


def hear(connection: ServerConnection, ended: Event) -> None:
    list(connection)
    ended.set()


async def all_of(stream: AsyncStream[Arrival | Missed]) -> list[Arrival | Missed]:
    return [told async for told in stream]


if __name__ == "__main__":
    unittest.main()
