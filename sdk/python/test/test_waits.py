import unittest
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

from umec_client import Problem
from umec_client.waits import Pauses


class Waits(unittest.TestCase):
    def test_are_as_long_as_the_gateway_wants_but_an_hour_at_most(self) -> None:
        for after, least, longest in (("40", 40, 40), ("86400", 3600, 3600), ("9" * 400, 3600, 3600), ("soon", 0.25, 0.5)):
            with self.subTest(after):
                self.assert_waits({"Retry-After": after}, least, longest)

    def test_are_until_a_date_by_the_clock_of_the_gateway(self) -> None:
        then = datetime(2001, 1, 1, tzinfo=UTC)
        until = format_datetime(then + timedelta(seconds=90), usegmt=True)
        self.assert_waits({"Retry-After": until, "Date": format_datetime(then, usegmt=True)}, 90, 90)
        self.assert_waits({"Retry-After": until}, 0.25, 0.5)
        soon = format_datetime(datetime.now(UTC) + timedelta(seconds=90), usegmt=True)
        self.assert_waits({"Retry-After": soon}, 60, 90)

    def assert_waits(self, headers: dict[str, str], least: float, longest: float) -> None:
        pause = Pauses().after(Problem("GET /", 503, b"", headers))
        self.assertTrue(least <= pause <= longest, f"{pause} s")


if __name__ == "__main__":
    unittest.main()
