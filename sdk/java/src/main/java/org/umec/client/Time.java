package org.umec.client;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Time that only goes forward, whatever is done to the clock of the machine. */
interface Time {
  Time OF_THE_MACHINE =
      new Time() {
        @Override
        public long nanos() {
          return System.nanoTime();
        }

        @Override
        public void pause(Duration pause, CountDownLatch end) throws InterruptedException {
          end.await(pause.toNanos(), TimeUnit.NANOSECONDS);
        }
      };

  /** Since some moment. */
  long nanos();

  /** What a connection, a token or a page may take. */
  default Duration patience() {
    return Duration.ofSeconds(30);
  }

  /** Waits, unless or until {@code end} is open. */
  void pause(Duration pause, CountDownLatch end) throws InterruptedException;
}
