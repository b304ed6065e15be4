"""What can go wrong: the gateway says what, or gives an answer that it never promised."""

from collections.abc import Callable, Mapping
from json import JSONDecodeError, loads
from typing import Any, TypeVar

import httpx

from .models.problem_details import ProblemDetails

T = TypeVar("T")


class Problem(Exception):
    """What the gateway says is wrong with a request, of whatever operation.

    Attributes:
        details: `type_`, `title`, `status`, `detail` and `instance`, as RFC 9457 has them.
        headers: Of the answer, such as `Retry-After` and `WWW-Authenticate`.
    """

    def __init__(self, asked: str, status: int, content: bytes, headers: Mapping[str, str]) -> None:
        """
        Args:
            asked: Method and path; a query may have secrets in it, and a text of an error goes into logs.
        """
        self.details = _details_of(status, content)
        self.headers = httpx.Headers(headers)
        super().__init__(f"{asked}: {status} {self.details.title or ''}: {self.details.detail}")

    @property
    def status(self) -> int:
        """The HTTP status."""
        return self.details.status


class UnexpectedAnswer(Exception):
    """An answer that the specification of the operation does not have."""

    def __init__(self, response: httpx.Response) -> None:
        self.response = response
        super().__init__(f"{_asked(response)}: {response.status_code}, and not as it was promised")


def read_answer(response: httpx.Response, parse: Callable[[httpx.Response], T]) -> T:
    """
    Raises:
        Problem: The gateway says so.
        UnexpectedAnswer: It is none that `parse` knows.
    """
    if not response.is_success:
        raise Problem(_asked(response), response.status_code, response.content, response.headers)
    try:
        return parse(response)
    except (AttributeError, KeyError, TypeError, ValueError, RecursionError) as error:
        raise UnexpectedAnswer(response) from error


def _asked(response: httpx.Response) -> str:
    return f"{response.request.method} {response.request.url.path}"


def _details_of(status: int, content: bytes) -> ProblemDetails:
    said = _json_object(content)
    try:
        details = ProblemDetails.from_dict(said)
        # what stands between may say anything in the name of the gateway
        details.status = status
        return details
    except (KeyError, TypeError, ValueError):
        # the token endpoint says it as RFC 6749 does
        detail = said.get("error_description", content[:200].decode(errors="replace"))
        return ProblemDetails(status=status, detail=str(detail), title=str(said.get("error", "")))


def _json_object(content: bytes) -> dict[str, Any]:
    try:
        said = loads(content)
    except (JSONDecodeError, UnicodeDecodeError, RecursionError):
        return {}
    return said if isinstance(said, dict) else {}
