"""Where the gateway posts notifications: a small HTTP server of one's own."""

from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

from umec_client import Notification, parse_notification

LONGEST_BODY = 1 << 20


def listen(take: Callable[[Notification], None]) -> ThreadingHTTPServer:
    """Listens on a free port of this machine; `take` is called in another thread."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = self.headers.get("Content-Length", "")
            if not length.isdecimal() or int(length) > LONGEST_BODY:
                self.send_error(413)
                return
            try:
                take(parse_notification(self.rfile.read(int(length))))
            except ValueError as error:
                self.send_error(400, str(error))
                return
            # only now it has been dealt with: without this answer it would come again
            self.send_response(204)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:
            """Says nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    return server


def address_of(server: ThreadingHTTPServer) -> str:
    return f"http://127.0.0.1:{server.server_port}/notifications"
