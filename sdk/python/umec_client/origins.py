"""Whose an address is: what is secret goes to the gateway, and to nobody else."""

import httpx


class OtherOrigin(ValueError):
    """The gateway named an address of another server. Nothing was sent there."""

    def __init__(self, mine: str, other: str) -> None:
        super().__init__(f"{origin_of(other)} is not the gateway, {origin_of(mine)} is: nothing is sent there")


def origin_of(address: str) -> str:
    """Scheme, host and port; of a WebSocket those of the server that its handshake goes to."""
    url = httpx.URL(address)
    scheme = {"ws": "http", "wss": "https"}.get(url.scheme, url.scheme)
    port = url.port or {"http": 80, "https": 443}.get(scheme)
    return f"{scheme}://{url.host}:{port}"
