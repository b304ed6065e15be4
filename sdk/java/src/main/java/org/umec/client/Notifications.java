package org.umec.client;

import java.net.URI;
import java.util.concurrent.CompletableFuture;

/**
 * The notifications of a subscription, one after the other. Asking for the next says that the one before was dealt with, for which the
 * gateway waits 10 s; what it does not hear of comes again. So each comes at least once, in order, whatever becomes of the connection.
 *
 * @see <a href="https://www.etsi.org/deliver/etsi_gs/MEC/001_099/009/">ETSI GS MEC 009, clause 6.12a</a>
 */
public final class Notifications extends Incoming<Notification> {
  private static final String RECEIVED = "HTTP/1.1 204 No Content\r\n\r\n";
  private static final String UNREADABLE = "HTTP/1.1 400 Bad Request\r\n\r\n";

  private final URI websocketUri;
  private boolean isGiven;

  Notifications(Umec umec, URI websocketUri) {
    super(umec);
    Origins.require(websocketUri, umec.gateway());
    this.websocketUri = websocketUri;
  }

  @Override
  CompletableFuture<URI> address() {
    return CompletableFuture.completedFuture(websocketUri);
  }

  @Override
  public boolean hasNext() {
    if (isGiven) answer(RECEIVED);
    isGiven = false;
    return super.hasNext();
  }

  @Override
  public Notification next() {
    Notification given = super.next();
    isGiven = true;
    return given;
  }

  /** Each frame is a request by HTTP/1.1. */
  @Override
  Notification read(String frame) {
    int headEnd = frame.indexOf("\r\n\r\n");
    try {
      return Notification.parse(headEnd < 0 ? "" : frame.substring(headEnd + 4));
    } catch (IllegalArgumentException e) {
      answer(UNREADABLE);
      throw e;
    }
  }

  /** What was not acknowledged comes again by itself. */
  @Override
  Notification resumed() {
    return null;
  }
}
