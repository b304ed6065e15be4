package org.umec.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.net.URI;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;

/**
 * What comes over one WebSocket after another, so that its reader sees one. The first is opened when the first message is asked for. One that
 * cannot be opened now, or is lost, is opened again after a pause, of which the log {@code org.umec.client} tells. It ends when it is
 * closed, or its thread interrupted; when the gateway does not let it in, with the {@link ProblemException} that says why; and when the
 * gateway's certificate is not trusted, with an UncheckedIOException. One thread reads it, any may close it.
 */
public abstract sealed class Incoming<T> implements Iterable<T>, Iterator<T>, AutoCloseable permits Events, Notifications {
  /** The gateway pings every half minute. */
  private static final Duration SILENCE = Duration.ofSeconds(100);
  private static final Duration LONGEST_RETRY_AFTER = Duration.ofHours(1);
  private static final Logger LOG = System.getLogger("org.umec.client");

  private final Umec umec;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile CompletableFuture<?> opening = CompletableFuture.completedFuture(null);
  private volatile Connection connection = new Connection();
  private boolean isOpen;
  private boolean wasOpen;
  private int failures;
  private T next;

  Incoming(Umec umec) {
    this.umec = umec;
  }

  /** Where the next connection goes to. */
  abstract CompletableFuture<URI> address();

  /** What a message says, or null where it is not for the reader. */
  abstract T read(String message);

  /** What is to be said when it has come back, or null. */
  abstract T resumed();

  /** Waits for the next. */
  @Override
  public boolean hasNext() {
    try {
      while (next == null && !isClosed()) next = triedOnce();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      close();
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
    connection.cut();
  }

  @Override
  public void close() {
    closed.countDown();
    opening.cancel(true);
    connection.cut();
  }

  void answer(String message) {
    connection.send(message);
  }

  private T triedOnce() throws InterruptedException {
    try {
      return isOpen ? received() : connected();
    } catch (IOException lost) {
      if (isNotTrusted(lost)) {
        close();
        throw new UncheckedIOException(lost);
      }
      pause(lost.toString(), Duration.ZERO);
    } catch (ProblemException problem) {
      if (!problem.isPassing()) {
        close();
        throw problem;
      }
      pause(problem.getMessage(), problem.retryAfter().orElse(Duration.ZERO));
    }
    return null;
  }

  /** Whether a certificate was shown that is not believed, or is of another host. */
  private static boolean isNotTrusted(IOException failure) {
    return Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause).anyMatch(CertificateException.class::isInstance);
  }

  private T connected() throws IOException, InterruptedException {
    Connection opened = new Connection();
    connection = opened;
    CompletableFuture<Void> attempt = Steps.then(address(), uri -> umec.open(opened, uri));
    opening = attempt;
    // whoever closed it just now knew of another attempt
    if (isClosed()) close();
    try {
      Steps.await(attempt);
      isOpen = true;
    } finally {
      if (!isOpen) opened.cut();
    }
    boolean isBack = wasOpen;
    wasOpen = true;
    return isBack ? resumed() : null;
  }

  private T received() throws IOException, InterruptedException {
    String message = connection.receive(SILENCE);
    if (message == null) {
      isOpen = false;
      connection.cut();
      throw new IOException("the connection is lost");
    }
    T told = read(message);
    // only what is told shows that it is well again: some accept every connection, and close it
    if (told != null) failures = 0;
    return told;
  }

  private void pause(String why, Duration asked) throws InterruptedException {
    if (isClosed()) return;
    Duration ours = BackOff.after(++failures);
    Duration theirs = asked.compareTo(LONGEST_RETRY_AFTER) < 0 ? asked : LONGEST_RETRY_AFTER;
    Duration pause = ours.compareTo(theirs) > 0 ? ours : theirs;
    LOG.log(Logger.Level.WARNING, () -> why + "; again in " + pause.toMillis() + " ms");
    umec.time().pause(pause, closed);
  }

  private boolean isClosed() {
    return closed.getCount() == 0;
  }
}
