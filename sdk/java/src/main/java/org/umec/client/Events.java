package org.umec.client;

import java.net.URI;
import java.util.concurrent.atomic.AtomicReference;
import org.umec.client.api.SensorsApi;

/** Events of a gateway, one after the other. See {@link Umec#arrivals} and {@link Umec#events}. */
public final class Events extends Incoming<Event> {
  /** Of the last event that was given; null where there are none. */
  private final AtomicReference<String> cursor;
  private final Event gap;

  private Events(Umec umec, AtomicReference<String> cursor, java.util.function.Supplier<URI> address, Event gap) throws ApiException {
    super(umec, address);
    this.cursor = cursor;
    this.gap = gap;
  }

  static Events ofArrivals(Umec umec, String after) throws ApiException {
    // "now" would be another one with each connection
    String from = "now".equals(after) ? now(umec) : after;
    AtomicReference<String> cursor = new AtomicReference<>(from);
    String path = "/sensors/v1/readings/arrivals/websocket";
    return new Events(
        umec,
        cursor,
        () -> umec.webSocketUri(path + (cursor.get() == null ? "" : "?after=" + Umec.encode(cursor.get()))),
        null);
  }

  static Events ofNow(Umec umec, URI address) throws ApiException {
    return new Events(umec, new AtomicReference<>(), () -> address, Event.GAP);
  }

  private static String now(Umec umec) throws ApiException {
    return new SensorsApi(umec).arrivalsGET("now", null, 1, null).getNext();
  }

  @Override
  Event read(String message) {
    Event event = Event.of(message);
    if (event.cursor() != null) cursor.set(event.cursor());
    return event;
  }

  @Override
  Event resumed() {
    return gap;
  }
}
