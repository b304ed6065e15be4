import asyncio
import unittest

from stubs import Asked, Reply, always, serve
from umec_client.api.camera import camera_snapshot_get
from umec_client.api.gpio import line_value_get
from umec_client.api.services import services_get
from umec_client.api.tenants import tenants_get
from umec_client.models.test_notification import TestNotification

from umec_client import Gateway, OtherOrigin, Problem, UnexpectedAnswer, pages, pages_async, parse_notification


class Answers(unittest.TestCase):
    def test_come_page_by_page_to_the_end(self) -> None:
        def answer(asked: Asked) -> Reply:
            number = int(asked.path.rpartition("=")[2]) if "marker" in asked.path else 0
            link = {"Link": f'</access/v1/tenants?nextpage_opaque_marker={number + 1}>; rel="next"'}
            tenant = {"tenant": f"t{number}", "devices": "all", "quotas": {}, "_links": {"self": {"href": "/"}}}
            return Reply(200, [tenant], link if number < 2 else {})

        with serve(answer) as stub, Gateway(stub.url) as gateway:
            listed = [one.tenant for page in pages(gateway, tenants_get.sync_detailed(client=gateway)) for one in page]
        self.assertEqual(listed, ["t0", "t1", "t2"])

    def test_are_not_gone_on_with_on_another_server(self) -> None:
        async def read_async(url: str) -> None:
            async with Gateway(url) as gateway:
                async for _ in pages_async(gateway, await tenants_get.asyncio_detailed(client=gateway)):
                    pass

        def read(url: str) -> None:
            with Gateway(url) as gateway:
                list(pages(gateway, tenants_get.sync_detailed(client=gateway)))

        with (
            serve(lambda asked: Reply(200, [])) as other,
            serve(lambda asked: Reply(200, [], {"Link": f'<{other.url}/access/v1/tenants?secret>; rel="next"'})) as stub,
        ):
            for ask in (read, lambda url: asyncio.run(read_async(url))):
                with self.assertRaises(OtherOrigin) as caught:
                    ask(stub.url)
                self.assertIn(other.url, str(caught.exception))
                self.assertIn(stub.url, str(caught.exception))
                self.assertNotIn("secret", str(caught.exception))
        self.assertEqual(other.asked, [])

    def test_that_are_pictures_are_bytes(self) -> None:
        with serve(lambda asked: Reply(200, b"\xff\xd8\xff")) as stub, Gateway(stub.url) as gateway:
            self.assertEqual(camera_snapshot_get.sync("lens 1/2", client=gateway), b"\xff\xd8\xff")
        self.assertTrue(stub.asked[0].path.startswith("/camera/v1/cameras/lens%201%2F2/snapshot?"))

    def test_are_asked_for_with_lists_as_the_specification_has_them(self) -> None:
        with serve(lambda asked: Reply(200, [])) as stub, Gateway(stub.url) as gateway:
            services_get.sync(client=gateway, ser_name=["a", "b"], fields=["serName", "state"])
        self.assertIn("ser_name=a&ser_name=b&fields=serName%2Cstate", stub.asked[0].path)

    def test_have_the_status_of_http_whatever_their_body_says(self) -> None:
        reply = Reply(503, {"status": 404, "title": "busy", "detail": "come again"})
        with serve(lambda asked: reply) as stub, Gateway(stub.url) as gateway, self.assertRaises(Problem) as caught:
            tenants_get.sync(client=gateway)
        self.assertEqual((caught.exception.status, caught.exception.details.title), (503, "busy"))

    def test_that_no_gateway_gave_are_problems_too(self) -> None:
        page = b"<html>\xff bad gateway"
        reply = Reply(502, page, {"Retry-After": "7"})
        with serve(lambda asked: reply) as stub, Gateway(stub.url) as gateway, self.assertRaises(Problem) as caught:
            line_value_get.sync("17", client=gateway)
        self.assertEqual((caught.exception.status, caught.exception.headers["Retry-After"]), (502, "7"))

    def test_say_what_was_asked_but_no_query(self) -> None:
        refused = Reply(404, {"status": 404, "title": "notFound", "detail": "there is none"})
        for reply, said in ((refused, "404 notFound: there is none"), (Reply(200, 1), "200, and not as it was promised")):
            with (
                serve(always(reply)) as stub,
                Gateway(stub.url) as gateway,
                self.assertRaises((Problem, UnexpectedAnswer)) as caught,
            ):
                services_get.sync(client=gateway, ser_name=["secret"])
            self.assertEqual(str(caught.exception), f"GET /mec_service_mgmt/v1/services: {said}")

    def test_that_have_not_changed_are_problems_too(self) -> None:
        with self.assertRaises(Problem) as caught:
            self.answered(Reply(304))
        self.assertEqual(caught.exception.status, 304)

    def test_that_are_problems_without_end_are_read_to_64_kib(self) -> None:
        async def ask(url: str) -> tuple[int, int]:
            async with Gateway(url, client_id="a", client_secret="b") as gateway:
                answer = await gateway.http_async.get("/", headers={"Authorization": "none"})
                with self.assertRaises(Problem) as caught:
                    await line_value_get.asyncio("17", client=gateway)
                return len(answer.content), caught.exception.status

        with serve(lambda asked: Reply(401, b"x" * (1 << 20), INVALID)) as stub:
            with Gateway(stub.url, client_id="a", client_secret="b") as gateway:
                answer = gateway.http.get("/", headers={"Authorization": "none"})
                self.assertRaises(Problem, lambda: line_value_get.sync("17", client=gateway))
            self.assertEqual(len(answer.content), 65536)
            self.assertEqual(asyncio.run(ask(stub.url)), (65536, 401))
        with serve(lambda asked: Reply(200, b"x" * (1 << 20))) as stub, Gateway(stub.url) as gateway:
            self.assertEqual(len(camera_snapshot_get.sync("lens-1", client=gateway)), 1 << 20)

    def test_that_nobody_promised_are_said_to_be_so(self) -> None:
        for reply in (Reply(202), Reply(200, b"<html>"), Reply(200, {}), Reply(200, {"value": 2}), Reply(200, [])):
            with self.subTest(reply), self.assertRaises(UnexpectedAnswer):
                self.answered(reply)

    def answered(self, reply: Reply) -> object:
        with serve(lambda asked: reply) as stub, Gateway(stub.url) as gateway:
            return line_value_get.sync("17", client=gateway)


INVALID = {"WWW-Authenticate": 'Bearer error="invalid_token"'}


class Notifications(unittest.TestCase):
    def test_are_what_their_type_says(self) -> None:
        body = b'{"notificationType": "TestNotification", "_links": {"subscription": {"href": "/subscriptions/1"}}}'
        notification = parse_notification(body)
        assert isinstance(notification, TestNotification)
        self.assertEqual(notification.to_dict()["_links"]["subscription"]["href"], "/subscriptions/1")

    def test_of_a_type_that_is_not_known_are_what_came(self) -> None:
        self.assertEqual(parse_notification(b'{"notificationType": "Other", "a": 1}'), {"notificationType": "Other", "a": 1})

    def test_are_refused_when_they_are_none(self) -> None:
        for body in (b"", b"\xff", b"[]", b"{}", b"[" * 100_000, b'{"notificationType": ["TestNotification"]}'):
            with self.subTest(body[:9]), self.assertRaises(ValueError):
                parse_notification(body)
        with self.assertRaises(ValueError):
            parse_notification(b'{"notificationType": "SerAvailabilityNotification", "serviceReferences": 1}')


if __name__ == "__main__":
    unittest.main()
