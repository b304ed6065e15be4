import asyncio
import shutil
import ssl
import unittest
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from queue import Queue
from subprocess import run
from tempfile import TemporaryDirectory
from threading import Thread

import httpx
from sockets import STEPS, arrival, saying_nothing, serving

from umec_client import Arrival, AsyncStream, Gateway, Missed, Stream
from umec_client.feeds import ArrivalFeed


@unittest.skipUnless(shutil.which("openssl"), "apt-get install openssl")
class Certificates(unittest.TestCase):
    def test_that_are_not_trusted_end_each_step_at_once(self) -> None:
        with self_signed("IP:127.0.0.1") as (url, _):
            for name, make in STEPS.items():
                for read in (read_blocking, read_async):
                    with self.subTest(name, read=read.__name__), self.assertRaisesRegex(httpx.ConnectError, "self-signed"):
                        read(make(url), name)

    def test_of_another_host_do_too(self) -> None:
        with self_signed("DNS:elsewhere.example") as (url, trusting):
            for read in (read_blocking, read_async):
                with self.subTest(read=read.__name__), self.assertRaisesRegex(httpx.ConnectError, "IP address mismatch"):
                    read(Gateway(url, verify=trusting), "handshake")

    def test_that_are_trusted_are_not_in_the_way(self) -> None:
        with self_signed("IP:127.0.0.1") as (url, trusting):
            for read in (read_blocking, read_async):
                self.assertIsInstance(read(Gateway(url, verify=trusting), "handshake"), Arrival)

    def test_that_are_never_shown_are_waited_for(self) -> None:
        for name, make in STEPS.items():
            with self.subTest(name), saying_nothing() as (url, came), make(url.replace("http", "https")) as gateway:
                slept: Queue[float] = Queue()

                async def sleep(pause: float, slept: Queue[float] = slept) -> None:
                    slept.put(pause)

                stream = Stream(stream_of(gateway, name, sleep))
                reader = Thread(target=lambda stream=stream: list(stream), daemon=True)
                reader.start()
                came.get(timeout=10).close()
                slept.get(timeout=10)
                stream.close()
                reader.join(10)
                self.assertFalse(reader.is_alive())


@contextmanager
def self_signed(name: str) -> Iterator[tuple[str, ssl.SSLContext]]:
    """The URL of a gateway with a certificate for a name, and what trusts that."""
    with TemporaryDirectory() as folder:
        key, certificate = f"{folder}/key.pem", f"{folder}/certificate.pem"
        made = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", key, "-out", certificate]
        subject = ["-subj", "/CN=gateway", "-addext", f"subjectAltName={name}"]
        run(["openssl", "req", "-x509", *made, *subject], check=True, capture_output=True)
        shown = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        shown.load_cert_chain(certificate, key)
        trusting = ssl.create_default_context(cafile=certificate)
    with serving(lambda it: it.send(arrival("c1")), tls=shown) as url:
        yield url.replace("wss", "https"), trusting


def stream_of(gateway: Gateway, step: str, sleep: Callable[[float], Awaitable[None]]) -> AsyncStream[Arrival | Missed]:
    address = gateway.url.replace("http", "ws") + "/a"
    return AsyncStream(gateway, ArrivalFeed(address, "now" if step == "page" else None, None), sleep)


def read_blocking(gateway: Gateway, step: str) -> Arrival | Missed:
    with gateway, Stream(stream_of(gateway, step, never)) as stream:
        return next(stream)


def read_async(gateway: Gateway, step: str) -> Arrival | Missed:
    async def read() -> Arrival | Missed:
        async with gateway, stream_of(gateway, step, never) as stream:
            return await anext(stream)

    return asyncio.run(read())


async def never(_: float) -> None:
    raise AssertionError("it is tried again")


if __name__ == "__main__":
    unittest.main()
