import asyncio
import unittest
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event

from stubs import Asked, Issuer, Reply, always, serve
from umec_client.api.gpio import line_value_get, line_value_put
from umec_client.models.value import Value

from umec_client import Gateway, Problem, UnexpectedAnswer


class Tokens(unittest.TestCase):
    def test_is_asked_for_once_however_many_threads_wait(self) -> None:
        with serve(Issuer().answer) as stub, gateway_of(stub.url) as gateway, ThreadPoolExecutor(8) as threads:
            list(threads.map(lambda line: line_value_get.sync(line, client=gateway), "abcdefgh"))
        self.assertEqual(stub.paths().count("/oauth2/token"), 1)

    def test_is_asked_for_once_however_many_tasks_wait(self) -> None:
        async def ask(url: str) -> None:
            async with gateway_of(url) as gateway:
                await asyncio.gather(*(line_value_get.asyncio(line, client=gateway) for line in "abcdefgh"))

        with serve(Issuer().answer) as stub:
            asyncio.run(ask(stub.url))
        self.assertEqual(stub.paths().count("/oauth2/token"), 1)

    def test_is_asked_for_once_for_threads_and_tasks(self) -> None:
        """Each waits for it before it is given."""
        issuer, everybody = Issuer(), Barrier(3)

        def answer(asked: Asked) -> Reply:
            if asked.path == "/oauth2/token":
                everybody.wait(10)
            return issuer.answer(asked)

        async def ask(gateway: Gateway) -> None:
            async with gateway.apart() as own:
                asked = asyncio.create_task(line_value_get.asyncio("17", client=own))
                await asyncio.sleep(0)
                await asyncio.to_thread(everybody.wait, 10)
                await asked

        with serve(answer) as stub, gateway_of(stub.url) as gateway, ThreadPoolExecutor(2) as threads:
            asking = [threads.submit(asyncio.run, ask(gateway)) for _ in range(2)]
            line_value_get.sync("17", client=gateway)
            for one in asking:
                one.result()
        self.assertEqual(issuer.count, 1)

    def test_is_asked_for_by_another_when_who_asks_gives_up(self) -> None:
        issuer, first, go_on = Issuer(), Event(), Event()

        def answer(asked: Asked) -> Reply:
            if asked.path == "/oauth2/token" and not first.is_set():
                first.set()
                go_on.wait(10)
            return issuer.answer(asked)

        async def ask(gateway: Gateway) -> str:
            async with gateway:
                gives_up = asyncio.create_task(gateway.token_async())
                await asyncio.to_thread(first.wait, 10)
                waits = asyncio.create_task(gateway.token_async())
                gives_up.cancel()
                return await asyncio.wait_for(waits, 10)

        with serve(answer) as stub:
            self.assertEqual(asyncio.run(ask(gateway_of(stub.url))), "t1")
            go_on.set()

    def test_is_none_for_everybody_who_waits_when_the_gateway_gives_none(self) -> None:
        async def ask(url: str) -> list[str | BaseException]:
            async with gateway_of(url) as gateway:
                return await asyncio.gather(*(gateway.token_async() for _ in range(8)), return_exceptions=True)

        with serve(lambda asked: Reply(400, {"error": "invalid_scope"})) as stub:
            answers = asyncio.run(ask(stub.url))
        self.assertEqual([type(one) for one in answers], [Problem] * 8)
        self.assertEqual(len(stub.asked), 1)

    def test_is_renewed_shortly_before_it_ends(self) -> None:
        now = 0.0
        with serve(Issuer().answer) as stub:
            gateway = Gateway(stub.url, client_id="a", client_secret="b", clock=lambda: now)
            for seconds in (0.0, 89.0, 90.0):
                now = seconds
                line_value_get.sync("17", client=gateway)
            gateway.close()
        self.assertEqual(
            [asked.headers["Authorization"] for asked in stub.asked if asked.method == "GET"], ["Bearer t1"] * 2 + ["Bearer t2"]
        )

    def test_that_is_refused_is_renewed_and_the_request_sent_again_with_its_body(self) -> None:
        issuer = Issuer()
        issuer.is_good = lambda token: token == "t2"
        with serve(issuer.answer) as stub, gateway_of(stub.url) as gateway:
            self.assertEqual(line_value_put.sync("17", client=gateway, body=Value(1)).value, 1)
        self.assertEqual([asked.body for asked in stub.asked if asked.method == "PUT"], [b'{"value":1}'] * 2)

    def test_that_is_refused_again_is_a_problem(self) -> None:
        issuer = Issuer()
        issuer.is_good = lambda token: False
        with serve(issuer.answer) as stub, gateway_of(stub.url) as gateway, self.assertRaises(Problem) as caught:
            line_value_get.sync("17", client=gateway)
        self.assertEqual((caught.exception.status, issuer.count, stub.paths().count("/gpio/v1/lines/17/value")), (401, 2, 2))

    def test_goes_to_no_other_server(self) -> None:
        with serve(Issuer().answer) as stub, serve(lambda asked: Reply(200)) as other, gateway_of(stub.url) as gateway:
            gateway.http.get(f"{other.url}/gpio/v1/lines/17/value")
            gateway.http.get("/gpio/v1/lines/17/value")
        self.assertNotIn("Authorization", other.asked[0].headers)
        self.assertEqual(stub.asked[-1].headers["Authorization"], "Bearer t1")

    def test_is_not_shown_with_what_the_caller_shows(self) -> None:
        async def ask(url: str) -> None:
            async with gateway_of(url) as gateway:
                await gateway.http_async.get("/gpio/v1/lines", headers={"Authorization": "Bearer mine"})

        with serve(Issuer().answer) as stub, gateway_of(stub.url) as gateway:
            gateway.http.get("/gpio/v1/lines", headers={"Authorization": "Bearer mine"})
            asyncio.run(ask(stub.url))
        self.assertEqual([asked.headers.get("Authorization") for asked in stub.asked], ["Bearer mine"] * 2)

    def test_is_nowhere_in_what_is_printed(self) -> None:
        with serve(Issuer().answer) as stub, gateway_of(stub.url) as gateway:
            token = gateway.token()
            printed = f"{gateway!r} {gateway!s} {gateway.tokens!r} {gateway.http.auth!r} {Gateway(stub.url, token='t9').tokens!r}"
        for secret in (token, "c:d", "c%3Ad", "t9"):
            self.assertNotIn(secret, printed)

    def test_that_nobody_can_read_is_no_answer(self) -> None:
        for reply in (Reply(200, b"<html>"), Reply(200, {"expires_in": 1})):
            with serve(always(reply)) as stub, gateway_of(stub.url) as gateway:
                self.assertRaises(UnexpectedAnswer, gateway.token)

    def test_of_a_client_that_there_is_not_is_a_problem(self) -> None:
        def refuse(asked: object) -> Reply:
            return Reply(401, {"error": "invalid_client", "error_description": "there is no such client"})

        with serve(refuse) as stub, gateway_of(stub.url) as gateway, self.assertRaises(Problem) as caught:
            line_value_get.sync("17", client=gateway)
        said = caught.exception.details
        self.assertEqual((said.status, said.title, said.detail), (401, "invalid_client", "there is no such client"))


def gateway_of(url: str) -> Gateway:
    return Gateway(url, client_id="a b", client_secret="c:d")


if __name__ == "__main__":
    unittest.main()
