package org.umec.client;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Pauses that double from half a second to half a minute, each cut by up to half at random, so that not all come back at once. */
final class BackOff {
  private static final double FIRST_MS = 500;
  private static final double MOST_MS = 30_000;

  private BackOff() {}

  /** @param failures in a row, from 1 */
  static Duration after(int failures) {
    double whole = Math.min(FIRST_MS * Math.pow(2, failures - 1.0), MOST_MS);
    return Duration.ofMillis(Math.round(whole * (0.5 + ThreadLocalRandom.current().nextDouble() / 2)));
  }
}
