import os
import subprocess
import sys
import unittest
from pathlib import Path
from tempfile import gettempdir

from stubs import Asked, Issuer, Reply, serve

EXAMPLE = Path(__file__).parent.parent / "example"


class Story(unittest.TestCase):
    def test_shows_no_token_to_a_service_that_is_not_the_gateways(self) -> None:
        with serve(Issuer().answer) as other:

            def answer(asked: Asked) -> Reply:
                return issuer.answer(asked) if asked.path == "/oauth2/token" else Reply(200, [service(f"{other.url}/sensors/v1")])

            for program in ("story.py", "story_async.py"):
                issuer = Issuer()
                with self.subTest(program), serve(answer) as stub:
                    settings = {"UMEC_URL": stub.url, "UMEC_CLIENT_ID": "a", "UMEC_CLIENT_SECRET": "b", "STORY_DIR": gettempdir()}
                    told = subprocess.run(
                        [sys.executable, EXAMPLE / program], env=os.environ | settings, capture_output=True, text=True, timeout=60
                    )
                    self.assertEqual(told.returncode, 1, told.stderr)
                    self.assertIn(f"{other.url} is not the gateway, {stub.url} is", told.stderr)
            self.assertEqual(other.asked, [])


def service(uri: str) -> dict[str, object]:
    transport = {
        "id": "rest",
        "name": "REST",
        "type": "REST_HTTP",
        "protocol": "HTTP",
        "version": "1.1",
        "endpoint": {"uris": [uri]},
        "security": {},
    }
    return {
        "serInstanceId": "s",
        "serName": "umec-sensors",
        "version": "1.0",
        "state": "ACTIVE",
        "serializer": "JSON",
        "transportInfo": transport,
        "_links": {"self": {"href": "/"}},
    }


if __name__ == "__main__":
    unittest.main()
