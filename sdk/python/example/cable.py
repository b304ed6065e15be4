"""What a network does now and then."""

import socket
from typing import Any

from umec_client import AsyncStream, Stream


def cut(stream: Stream[Any] | AsyncStream[Any]) -> None:
    if stream.connection is not None:
        stream.connection.transport.get_extra_info("socket").shutdown(socket.SHUT_RDWR)
