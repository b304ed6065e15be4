package org.umec.client;

import java.net.URI;

/**
 * The notifications of a subscription, one after the other. One counts as received when the next is asked for, or with
 * {@link #acknowledge}; what is not within 10 s comes again. So each comes at least once, in order, whatever becomes of the connection.
 *
 * @see <a href="https://www.etsi.org/deliver/etsi_gs/MEC/001_099/009/">ETSI GS MEC 009, clause 6.12a</a>
 */
public final class Notifications extends Incoming<Notification> {
  private static final String RECEIVED = "HTTP/1.1 204 No Content\r\n\r\n";
  private static final String UNREADABLE = "HTTP/1.1 400 Bad Request\r\n\r\n";

  private boolean isOwed;
  private boolean isGiven;

  Notifications(Umec umec, URI websocketUri) throws ApiException {
    super(umec, () -> websocketUri);
  }

  @Override
  public boolean hasNext() {
    if (isGiven) acknowledge();
    return super.hasNext();
  }

  @Override
  public Notification next() {
    Notification given = super.next();
    isGiven = true;
    return given;
  }

  /** Says that the last one was dealt with. */
  public void acknowledge() {
    if (isOwed) answer(RECEIVED);
    isOwed = false;
    isGiven = false;
  }

  /** Each frame is a request by HTTP/1.1. */
  @Override
  Notification read(String frame) {
    int headEnd = frame.indexOf("\r\n\r\n");
    try {
      Notification notification = Notification.parse(headEnd < 0 ? "" : frame.substring(headEnd + 4));
      isOwed = true;
      return notification;
    } catch (IllegalArgumentException e) {
      answer(UNREADABLE);
      throw e;
    }
  }

  /** What was not acknowledged comes again by itself. */
  @Override
  Notification resumed() {
    isOwed = false;
    return null;
  }
}
