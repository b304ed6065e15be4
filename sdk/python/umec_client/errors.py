"""What can go wrong: the gateway says what, or gives an answer that it never promised."""

from collections.abc import Mapping
from json import JSONDecodeError, loads
from typing import Any

import httpx

from .models.problem_details import ProblemDetails


class Problem(Exception):
    """What the gateway says is wrong with a request, of whatever operation.

    Attributes:
        details: `type_`, `title`, `status`, `detail` and `instance`, as RFC 9457 has them.
        headers: Of the answer, such as `Retry-After` and `WWW-Authenticate`.
    """

    def __init__(self, status: int, content: bytes, headers: Mapping[str, str]) -> None:
        self.details = _details_of(status, content)
        self.headers = httpx.Headers(headers)
        super().__init__(f"{status} {self.details.title or ''}: {self.details.detail}")

    @property
    def status(self) -> int:
        """The HTTP status."""
        return self.details.status


class UnexpectedAnswer(Exception):
    """An answer that the specification of the operation does not have."""

    def __init__(self, response: httpx.Response) -> None:
        self.response = response
        super().__init__(f"{response.request.method} {response.request.url}: {response.status_code}, and not as it was promised")


def _details_of(status: int, content: bytes) -> ProblemDetails:
    said = _json_object(content)
    try:
        return ProblemDetails.from_dict(said)
    except (KeyError, TypeError, ValueError):
        # the token endpoint says it as RFC 6749 does, and what stands between may say anything
        detail = said.get("error_description", content[:200].decode(errors="replace"))
        return ProblemDetails(status=status, detail=str(detail), title=str(said.get("error", "")))


def _json_object(content: bytes) -> dict[str, Any]:
    try:
        said = loads(content)
    except (JSONDecodeError, UnicodeDecodeError):
        return {}
    return said if isinstance(said, dict) else {}
