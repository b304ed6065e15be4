import unittest

from stubs import Asked, Reply, serve
from umec_client.api.camera import camera_snapshot_get
from umec_client.api.gpio import line_value_get
from umec_client.api.services import services_get
from umec_client.api.tenants import tenants_get
from umec_client.models.test_notification import TestNotification

from umec_client import Gateway, Problem, UnexpectedAnswer, pages, parse_notification


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

    def test_that_are_pictures_are_bytes(self) -> None:
        with serve(lambda asked: Reply(200, b"\xff\xd8\xff")) as stub, Gateway(stub.url) as gateway:
            self.assertEqual(camera_snapshot_get.sync("lens 1/2", client=gateway), b"\xff\xd8\xff")
        self.assertTrue(stub.asked[0].path.startswith("/camera/v1/cameras/lens%201%2F2/snapshot?"))

    def test_are_asked_for_with_lists_as_the_specification_has_them(self) -> None:
        with serve(lambda asked: Reply(200, [])) as stub, Gateway(stub.url) as gateway:
            services_get.sync(client=gateway, ser_name=["a", "b"], fields=["serName", "state"])
        self.assertIn("ser_name=a&ser_name=b&fields=serName%2Cstate", stub.asked[0].path)

    def test_that_no_gateway_gave_are_problems_too(self) -> None:
        page = b"<html>\xff bad gateway"
        reply = Reply(502, page, {"Retry-After": "7"})
        with serve(lambda asked: reply) as stub, Gateway(stub.url) as gateway, self.assertRaises(Problem) as caught:
            line_value_get.sync("17", client=gateway)
        self.assertEqual((caught.exception.status, caught.exception.headers["Retry-After"]), (502, "7"))

    def test_that_nobody_promised_are_said_to_be_so(self) -> None:
        for reply in (Reply(202), Reply(200, b"<html>"), Reply(200, {}), Reply(200, {"value": 2}), Reply(200, [])):
            with self.subTest(reply), self.assertRaises(UnexpectedAnswer):
                self.answered(reply)

    def answered(self, reply: Reply) -> object:
        with serve(lambda asked: reply) as stub, Gateway(stub.url) as gateway:
            return line_value_get.sync("17", client=gateway)


class Notifications(unittest.TestCase):
    def test_are_what_their_type_says(self) -> None:
        body = b'{"notificationType": "TestNotification", "_links": {"subscription": {"href": "/subscriptions/1"}}}'
        notification = parse_notification(body)
        self.assertIsInstance(notification, TestNotification)
        self.assertEqual(notification.to_dict()["_links"]["subscription"]["href"], "/subscriptions/1")

    def test_are_refused_when_they_are_none(self) -> None:
        for body in (b"", b"\xff", b"[]", b"{}", b'{"notificationType": "Other"}', b'{"notificationType": ["TestNotification"]}'):
            with self.subTest(body), self.assertRaises(ValueError):
                parse_notification(body)
        with self.assertRaises(ValueError):
            parse_notification(b'{"notificationType": "SerAvailabilityNotification", "serviceReferences": 1}')


if __name__ == "__main__":
    unittest.main()
