"""Who tells the story, and to which gateway."""

from os import environ
from pathlib import Path

from umec_client import Gateway

PATIENCE_S = 60
PICTURE = Path(environ["STORY_DIR"], "snapshot.jpg")


def gateway_of_the_story() -> Gateway:
    client_id, client_secret = environ["UMEC_CLIENT_ID"], environ["UMEC_CLIENT_SECRET"]
    return Gateway(environ["UMEC_URL"], client_id=client_id, client_secret=client_secret, scope=environ.get("UMEC_SCOPE"))


def stranger() -> Gateway:
    return Gateway(environ["UMEC_URL"], token="none")
