package org.umec.client;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;

/** Time that is set by hand, and that pauses take none of, unless they are to be real. */
final class SettableTime implements Time {
  /** What was paused, in turn. */
  final BlockingQueue<Duration> pauses = new LinkedBlockingQueue<>();
  volatile Duration patience = Duration.ofSeconds(30);
  volatile boolean isReal;
  private volatile long nanos = Long.MAX_VALUE - 1;

  void advance(Duration by) {
    nanos += by.toNanos();
  }

  @Override
  public long nanos() {
    return nanos;
  }

  @Override
  public Duration patience() {
    return patience;
  }

  @Override
  public void pause(Duration pause, CountDownLatch end) throws InterruptedException {
    pauses.add(pause);
    if (isReal) Time.OF_THE_MACHINE.pause(pause, end);
    else advance(pause);
  }
}
