package org.umec.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.umec.client.WebSocketServer.Peer;
import org.umec.client.model.Point;

@Timeout(30)
class IncomingTest {
  private static final String RECEIVED = "HTTP/1.1 204 No Content\r\n\r\n";

  private WebSocketServer server;
  private Umec umec;

  @BeforeEach
  void start() throws IOException {
    server = new WebSocketServer();
    BackOff brief = new BackOff(Duration.ofMillis(1), Duration.ofMillis(5));
    umec = Umec.builder(server.uri(), "weather", "secret").backOff(brief).build();
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @Test
  void arrivalsGoOnBehindTheLastCursor() throws Exception {
    try (Events arrivals = umec.arrivals(null)) {
      Peer first = server.peers.take();
      first.say(arrival("c1"));
      first.say(arrival("c2"));
      assertEquals("ruuvi_measurements", arrivals.next().dataAs(Point.class).getMeasurement());
      assertEquals("c2", arrivals.next().cursor());
      first.cut();
      server.refusals.add("503 Service Unavailable");
      Thread reader = reading(arrivals);
      Peer second = server.peers.take();
      second.say(arrival("c3"));
      reader.join();
      assertEquals("c3", arrivals.next().cursor());
      String path = "/sensors/v1/readings/arrivals/websocket";
      assertEquals(List.of(path, path + "?after=c2"), List.of(first.target(), second.target()));
      assertEquals(List.of("Bearer t", "Bearer t"), server.authorizations);
    }
  }

  @Test
  void nowIsTheSameNowWhenNothingHasComeYet() throws Exception {
    try (Events arrivals = umec.arrivals("now")) {
      arrivals.disconnect();
      Thread reader = reading(arrivals);
      assertTrue(server.peers.take().target().endsWith("?after=c0"));
      Peer second = server.peers.take();
      assertTrue(second.target().endsWith("?after=c0"));
      second.say("{\"type\":\"org.umec.sensors.missed.v1\",\"data\":{\"missed\":7}}");
      reader.join();
      assertEquals(OptionalLong.of(7), arrivals.next().missed());
    }
  }

  @Test
  void eventsTellThatThereWasAGap() throws Exception {
    try (Events events = umec.events("lines/**", "sensors/**")) {
      Peer first = server.peers.take();
      assertEquals("/events/v1?topic=lines%2F**&topic=sensors%2F**", first.target());
      first.say("{\"type\":\"a\"}");
      assertFalse(events.next().isGap());
      first.cut();
      assertTrue(events.next().isGap());
      server.peers.take().say("{\"type\":\"b\"}");
      assertEquals("b", events.next().type());
    }
  }

  @Test
  void endsWithTheProblemWhenItIsNotLetInAnyMore() throws Exception {
    try (Events arrivals = umec.arrivals("c1")) {
      server.refusals.add("410 Gone");
      server.peers.take().cut();
      assertEquals(410, assertThrows(ProblemException.class, arrivals::hasNext).status());
    }
  }

  @Test
  void endsWhenItIsClosedByAnother() throws Exception {
    Events arrivals = umec.arrivals("c1");
    Thread reader = reading(arrivals);
    arrivals.close();
    reader.join();
    assertFalse(arrivals.hasNext());
  }

  @Test
  void aNotificationIsAcknowledgedWhenTheNextIsWanted() throws Exception {
    try (Notifications notifications = umec.notifications(webSocket("/s"))) {
      Peer peer = server.peers.take();
      peer.say(frame("a"));
      assertEquals("a", notifications.next().type());
      Thread reader = reading(notifications);
      assertEquals(RECEIVED, peer.hear());
      peer.say(frame("b"));
      reader.join();
      assertEquals("b", notifications.next().type());
      notifications.acknowledge();
      assertEquals(RECEIVED, peer.hear());
    }
  }

  @Test
  void aNotificationThatWasNotAcknowledgedComesAgain() throws Exception {
    try (Notifications notifications = umec.notifications(webSocket("/s"))) {
      Peer first = server.peers.take();
      first.say(frame("a"));
      assertEquals("a", notifications.next().type());
      first.cut();
      Thread reader = reading(notifications);
      Peer second = server.peers.take();
      second.say(frame("a"));
      reader.join();
      assertEquals("a", notifications.next().type());
      notifications.acknowledge();
      // once, though it was given twice
      assertEquals(RECEIVED, second.hear());
      second.say(frame("b"));
      assertEquals("b", notifications.next().type());
    }
  }

  @Test
  void theTokenGoesToNoOtherWebSocket() throws Exception {
    try (WebSocketServer other = new WebSocketServer();
        Notifications notifications = umec.notifications("ws://127.0.0.1:" + other.uri().getPort() + "/s")) {
      notifications.acknowledge();
      assertEquals(List.of(""), other.authorizations);
    }
  }

  @Test
  void pausesGrowToABound() {
    BackOff backOff = new BackOff(Duration.ofSeconds(1), Duration.ofMinutes(1));
    for (int failures : new int[] {1, 2, 7, 1000}) {
      long most = Math.min(1000L << Math.min(failures - 1, 20), 60_000);
      long pause = backOff.after(failures).toMillis();
      assertTrue(pause >= most / 2 && pause <= most, failures + " failures: " + pause);
    }
  }

  /** Someone who waits for the next in a thread of its own. */
  private static Thread reading(Incoming<?> incoming) {
    Thread thread = new Thread(incoming::hasNext);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private String webSocket(String path) {
    return server.uri().toString().replace("http", "ws") + path;
  }

  private static String arrival(String cursor) {
    return "{\"specversion\":\"1.0\",\"id\":\"1\",\"type\":\"org.umec.sensors.arrival.v1\",\"time\":\"2026-06-01T12:00:00.000Z\",\"cursor\":\""
        + cursor
        + "\",\"data\":{\"measurement\":\"ruuvi_measurements\",\"time\":\"2026-06-01T12:00:00.000Z\",\"tags\":{},\"fields\":{\"temperature\":1.5}}}";
  }

  private static String frame(String type) {
    return "POST /s HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: 24\r\n\r\n{\"notificationType\":\"" + type + "\"}";
  }
}
