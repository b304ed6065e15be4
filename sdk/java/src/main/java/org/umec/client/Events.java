package org.umec.client;

import com.fasterxml.jackson.databind.JavaType;
import java.net.URI;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.umec.client.model.Arrivals;

/** Events of a gateway, one after the other. See {@link Umec#arrivals(String, String)} and {@link Umec#events}. */
public final class Events extends Incoming<Event> {
  private static final String ARRIVALS = "/sensors/v1/readings/arrivals";

  private final Umec umec;
  private final String path;
  private final String query;
  private final Event gap;
  /** Of the last event that was given; null where there is none. */
  private volatile String cursor;
  /** What was missed behind the cursor, as it was told last. */
  private Event missed;

  private Events(Umec umec, String path, String query, String cursor, Event gap) {
    super(umec);
    this.umec = umec;
    this.path = path;
    this.query = query;
    this.cursor = cursor;
    this.gap = gap;
  }

  static Events ofArrivals(Umec umec, String after, String measurement) {
    String query = measurement == null ? "" : "&measurement=" + Umec.encode(measurement);
    return new Events(umec, ARRIVALS + "/websocket", query, after, null);
  }

  static Events ofNow(Umec umec, String... topics) {
    String query = Arrays.stream(topics).map(topic -> "&topic=" + Umec.encode(topic)).collect(Collectors.joining());
    return new Events(umec, "/events/v1", query, null, Event.GAP);
  }

  /** "now" would be another one with each connection. */
  @Override
  CompletableFuture<URI> address() {
    if (!"now".equals(cursor)) return CompletableFuture.completedFuture(address(path));
    JavaType page = umec.getObjectMapper().constructType(Arrivals.class);
    return Steps.then(
        umec.<Arrivals>get(address(ARRIVALS), page),
        answer -> {
          cursor = answer.getData().getNext();
          return CompletableFuture.completedFuture(address(path));
        });
  }

  private URI address(String path) {
    String after = cursor == null ? "" : "&after=" + Umec.encode(cursor);
    return umec.address(path + (query + after).replaceFirst("&", "?"));
  }

  @Override
  Event read(String message) {
    Event event = Event.of(message);
    Event told = event;
    if (event.isMissed()) {
      told = event.beyond(missed);
      missed = event;
    }
    if (event.cursor() != null) {
      cursor = event.cursor();
      missed = null;
    }
    return told;
  }

  @Override
  Event resumed() {
    return gap;
  }
}
