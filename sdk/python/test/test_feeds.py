import asyncio
import json
import unittest

from sockets import arrival, at_once, cut, gateway_at, missed, notification, path_of, serving
from stubs import Reply, always, serve
from umec_client.models.test_notification import TestNotification
from websockets.sync.server import ServerConnection

from umec_client import Arrival, AsyncStream, Gap, Gateway, Missed, Notification, Stream, arrivals, notifications
from umec_client.feeds import ArrivalFeed, EventFeed, NotificationFeed

ACKNOWLEDGED = "HTTP/1.1 204 No Content\r\n\r\n"


class Arrivals(unittest.TestCase):
    def test_go_on_behind_the_last_cursor_when_they_are_cut_off(self) -> None:
        asked: list[str] = []

        def tell(connection: ServerConnection) -> None:
            asked.append(path_of(connection))
            connection.send(arrival(f"c{len(asked)}"))
            cut(connection)

        with serving(tell) as url, Gateway(url) as gateway:
            stream = Stream(AsyncStream(gateway, ArrivalFeed(f"{url}/a", "c0", "m"), at_once))
            cursors = [told.cursor for told, _ in zip(stream, range(3), strict=False) if isinstance(told, Arrival)]
            stream.close()
        self.assertEqual(cursors, ["c1", "c2", "c3"])
        self.assertEqual(asked[:3], [f"/a?after=c{number}&measurement=m" for number in range(3)])

    def test_from_now_on_have_a_place_before_anything_is_told(self) -> None:
        asked: list[str] = []

        def tell(connection: ServerConnection) -> None:
            asked.append(path_of(connection))
            if len(asked) == 2:
                connection.send(arrival("c8"))
            cut(connection)

        page = {"points": [], "next": "c7", "missed": 0}
        with serve(always(Reply(200, page))) as stub, serving(tell) as url, gateway_at(stub.url, url, client_id=None) as gateway:
            next(Stream(AsyncStream(gateway, ArrivalFeed(f"{url}/a", "now", None), at_once)))
        self.assertEqual(stub.paths(), ["/sensors/v1/readings/arrivals?after=now&limit=100&wait=0"])
        self.assertEqual(asked[:2], ["/a?after=c7", "/a?after=c7"])

    def test_tell_once_what_was_missed_however_often_they_are_cut_off_behind_it(self) -> None:
        connections = [[missed(7)], [missed(7)], [missed(9), arrival("c1"), missed(9)]]

        def tell(connection: ServerConnection) -> None:
            for frame in connections.pop(0):
                connection.send(frame)
            cut(connection)

        with serving(tell) as url, Gateway(url) as gateway:
            stream = Stream(AsyncStream(gateway, ArrivalFeed(f"{url}/a", None, None), at_once))
            told = [next(stream) for _ in range(4)]
        self.assertEqual([told[0], told[1], told[3]], [Missed(7), Missed(2), Missed(9)])

    def test_tell_once_that_nobody_knows_how_many_were_missed(self) -> None:
        def tell(connection: ServerConnection) -> None:
            for frame in (missed(None), missed(None), json.dumps({"type": "of another day"}), arrival("c1")):
                connection.send(frame)

        with serving(tell) as url, Gateway(url) as gateway, arrivals(gateway) as stream:
            self.assertEqual(next(stream), Missed(None))
            self.assertIsInstance(next(stream), Arrival)

    def test_that_cannot_be_read_are_an_error_of_a_value(self) -> None:
        frames = ("", "[]", "[" * 100_000, '{"type": "org.umec.sensors.arrival.v1", "cursor": "c1"}')

        def tell(connection: ServerConnection) -> None:
            for frame in frames:
                connection.send(frame)

        with serving(tell) as url, Gateway(url) as gateway, arrivals(gateway) as stream:
            for frame in frames:
                with self.subTest(frame[:9]), self.assertRaises(ValueError):
                    next(stream)


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

        with serving(tell) as url, Gateway(url) as gateway, notifications(gateway, f"{url}/n") as stream:
            self.assertEqual((href(next(stream)), len(answers)), ("/1", 0))
            self.assertEqual((href(next(stream)), answers), ("/2", [ACKNOWLEDGED]))
        self.assertEqual(answers, [ACKNOWLEDGED])

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
                answers.append(connection.recv())
                connection.send(notification(3))

        async def read(url: str) -> list[str]:
            async with Gateway(url) as gateway, AsyncStream(gateway, NotificationFeed(f"{url}/n"), at_once) as stream:
                return [href(await anext(stream)), href(await anext(stream)), href(await anext(stream))]

        with serving(tell) as url:
            self.assertEqual(asyncio.run(read(url)), ["/1", "/2", "/3"])
        self.assertEqual(answers, [ACKNOWLEDGED])

    def test_of_a_type_that_is_not_known_come_as_they_are_and_are_answered(self) -> None:
        answers: list[str | bytes] = []

        def tell(connection: ServerConnection) -> None:
            connection.send(notification(1, "OfAnotherDay"))
            answers.append(connection.recv())
            connection.send(notification(2))

        with serving(tell) as url, Gateway(url) as gateway, notifications(gateway, f"{url}/n") as stream:
            told = next(stream)
            self.assertEqual(told, {"notificationType": "OfAnotherDay", "_links": {"subscription": {"href": "/1"}}})
            self.assertEqual((href(next(stream)), answers), ("/2", [ACKNOWLEDGED]))

    def test_that_cannot_be_read_are_not_answered(self) -> None:
        answers: list[str | bytes] = []

        def tell(connection: ServerConnection) -> None:
            connection.send("POST / HTTP/1.1\r\n\r\n{}")
            connection.send(notification(2))
            answers.extend(connection)

        with serving(tell) as url, Gateway(url) as gateway, notifications(gateway, f"{url}/n") as stream:
            self.assertRaises(ValueError, lambda: next(stream))
            self.assertEqual(href(next(stream)), "/2")
        self.assertEqual(answers, [])


def href(told: Notification) -> str:
    if not isinstance(told, TestNotification):
        raise AssertionError(told)
    return told.field_links.subscription.href


if __name__ == "__main__":
    unittest.main()
