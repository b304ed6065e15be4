package org.umec.client;

import java.net.URI;
import java.time.Duration;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * What comes over one WebSocket after another, so that its reader sees one: a connection that is lost is opened again, after a pause that
 * grows while that fails. It ends when it is closed, or its thread interrupted; when the gateway does not let it in any more, with the
 * {@link ProblemException} that says why. One thread reads it, any may close it.
 */
public abstract sealed class Incoming<T> implements Iterable<T>, Iterator<T>, AutoCloseable permits Events, Notifications {
  /** The gateway pings every half minute. */
  private static final Duration SILENCE = Duration.ofSeconds(100);
  private static final Duration LONGEST_RETRY_AFTER = Duration.ofHours(1);

  private final Umec umec;
  private final Supplier<URI> address;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile Connection connection;
  private int failures;
  private T next;

  Incoming(Umec umec, Supplier<URI> address) throws ApiException {
    this.umec = umec;
    this.address = address;
    connection = umec.connect(address.get());
  }

  /** What a message says, or null where it is not for the reader. */
  abstract T read(String message);

  /** What is to be said when it has come back, or null. */
  abstract T resumed();

  /** Waits for the next. */
  @Override
  public boolean hasNext() {
    while (next == null && !isClosed()) {
      try {
        next = connection == null ? reconnected() : received();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        close();
      }
    }
    return next != null;
  }

  @Override
  public T next() {
    if (!hasNext()) throw new NoSuchElementException("it was closed");
    T given = next;
    next = null;
    return given;
  }

  @Override
  public Iterator<T> iterator() {
    return this;
  }

  /** Lets the connection go, as a bad link would; the next question for more brings it back. */
  public void disconnect() {
    Connection current = connection;
    if (current != null) current.cut();
  }

  @Override
  public void close() {
    closed.countDown();
    disconnect();
  }

  void answer(String message) {
    Connection current = connection;
    if (current != null) current.send(message);
  }

  private T received() throws InterruptedException {
    String message = connection.receive(SILENCE);
    if (message == null) {
      connection.cut();
      connection = null;
      return null;
    }
    failures = 0;
    return read(message);
  }

  private T reconnected() throws InterruptedException {
    // only a message shows that it is well again: some accept every connection, and close it
    failures++;
    if (closed.await(umec.backOff().after(failures).toMillis(), TimeUnit.MILLISECONDS)) return null;
    try {
      connection = umec.connect(address.get());
    } catch (ProblemException problem) {
      if (problem.status() != 429 && problem.status() < 500) throw problem;
      Duration asked = problem.retryAfter().orElse(Duration.ZERO);
      closed.await(Math.min(asked.toMillis(), LONGEST_RETRY_AFTER.toMillis()), TimeUnit.MILLISECONDS);
      return null;
    } catch (ApiException e) {
      return null;
    }
    if (isClosed()) disconnect();
    return resumed();
  }

  private boolean isClosed() {
    return closed.getCount() == 0;
  }
}
