package org.umec.client;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Pauses that double from {@code first} to {@code most}, each cut by up to half at random, so that not all come back at once. */
public record BackOff(Duration first, Duration most) {
  public BackOff {
    if (first.isNegative() || first.isZero() || most.compareTo(first) < 0)
      throw new IllegalArgumentException("expected 0 < first <= most, found " + first + " and " + most);
  }

  /** @param failures in a row, from 1 */
  Duration after(int failures) {
    double whole = Math.min(first.toMillis() * Math.pow(2, failures - 1.0), most.toMillis());
    return Duration.ofMillis(Math.round(whole * (0.5 + ThreadLocalRandom.current().nextDouble() / 2)));
  }
}
