import asyncio
import unittest
from concurrent.futures import ThreadPoolExecutor

from stubs import Issuer, Reply, serve
from umec_client.api.gpio import line_value_get, line_value_put
from umec_client.models.value import Value

from umec_client import Gateway, Problem


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
