import unittest
from asyncio import AbstractEventLoop
from threading import Barrier, Thread
from unittest.mock import patch

from umec_client import blocking


class Threads(unittest.TestCase):
    def test_that_come_at_once_share_one_loop(self) -> None:
        for _ in range(20):
            together = Barrier(8)
            loops: list[AbstractEventLoop] = []

            def come(together: Barrier = together, loops: list[AbstractEventLoop] = loops) -> None:
                together.wait(10)
                loops.append(blocking._loop())

            with patch.dict(blocking._loops, clear=True):
                threads = [Thread(target=come) for _ in range(8)]
                for thread in threads:
                    thread.start()
                for thread in threads:
                    thread.join(10)
            self.assertEqual(len(loops), 8)
            self.assertEqual(len(set(loops)), 1)
            loops[0].call_soon_threadsafe(loops[0].stop)


if __name__ == "__main__":
    unittest.main()
