package org.umec.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.umec.client.WebSocketServer.Peer;
import org.umec.client.model.Point;

@Timeout(30)
class ArrivalsTest {
  private static final String PATH = "/sensors/v1/readings/arrivals/websocket";

  private WebSocketServer server;
  private Umec umec;

  @BeforeEach
  void start() throws IOException {
    server = new WebSocketServer();
    umec = Umec.builder(server.uri(), "weather", "secret").time(new SettableTime()).build();
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @Test
  void goOnBehindTheLastCursor() throws Exception {
    try (Events arrivals = umec.arrivals(null)) {
      CompletableFuture<Event> told = nextOf(arrivals);
      Peer first = server.peers.take();
      first.say(arrival("c1"));
      first.say(arrival("c2"));
      assertEquals("ruuvi_measurements", told.get().dataAs(Point.class).getMeasurement());
      assertEquals("c2", arrivals.next().cursor());
      first.cut();
      told = nextOf(arrivals);
      Peer second = server.peers.take();
      second.say(arrival("c3"));
      assertEquals("c3", told.get().cursor());
      assertEquals(List.of(PATH, PATH + "?after=c2"), List.of(first.target(), second.target()));
      assertEquals(List.of("Bearer t", "Bearer t"), server.authorizations);
    }
  }

  @Test
  void haveTheSameNowWhenNothingHasComeYet() throws Exception {
    try (Events arrivals = umec.arrivals("now", "a&b")) {
      CompletableFuture<Event> told = nextOf(arrivals);
      server.peers.take().cut();
      Peer second = server.peers.take();
      second.say(arrival("c1"));
      assertEquals("c1", told.get().cursor());
      String page = "/sensors/v1/readings/arrivals?measurement=a%26b&after=now";
      String socket = PATH + "?measurement=a%26b&after=c0";
      assertEquals(List.of("/oauth2/token", page, socket, socket), server.targets);
    }
  }

  @Test
  void tellWhatWasMissedOnce() throws Exception {
    try (Events arrivals = umec.arrivals("c0")) {
      CompletableFuture<Event> told = nextOf(arrivals);
      Peer peer = server.peers.take();
      peer.say(missed(7));
      assertEquals(OptionalLong.of(7), told.get().missed());
      // who is cut off before there was a cursor is told from there once more, and of what has been missed since
      peer.cut();
      told = nextOf(arrivals);
      peer = server.peers.take();
      peer.say(missed(7));
      peer.say(missed(9));
      assertEquals(OptionalLong.of(2), told.get().missed());
      peer.say(arrival("c1"));
      peer.say(missed(3));
      assertEquals("c1", arrivals.next().cursor());
      assertEquals(OptionalLong.of(3), arrivals.next().missed());
    }
  }

  @Test
  void areNotAskedForBeforeTheyAreWanted() throws Exception {
    umec.arrivals("now").close();
    umec.events().close();
    assertEquals(List.of(), server.targets);
  }

  @Test
  void eventsTellThatThereWasAGap() throws Exception {
    try (Events events = umec.events("lines/**", "sensors/**")) {
      // what was before the first connection was not promised to anybody
      server.refusals.add("503 Service Unavailable");
      CompletableFuture<Event> told = nextOf(events);
      Peer first = server.peers.take();
      assertEquals("/events/v1?topic=lines%2F**&topic=sensors%2F**", first.target());
      first.say("{\"type\":\"a\"}");
      assertFalse(told.get().isGap());
      first.cut();
      assertTrue(events.next().isGap());
      server.peers.take().say("{\"type\":\"b\"}");
      assertEquals("b", events.next().type());
    }
  }

  static CompletableFuture<Event> nextOf(Events events) {
    return CompletableFuture.supplyAsync(events::next);
  }

  static String arrival(String cursor) {
    return "{\"specversion\":\"1.0\",\"id\":\"1\",\"type\":\"org.umec.sensors.arrival.v1\",\"time\":\"2026-06-01T12:00:00.000Z\",\"cursor\":\""
        + cursor
        + "\",\"data\":{\"measurement\":\"ruuvi_measurements\",\"time\":\"2026-06-01T12:00:00.000Z\",\"tags\":{},\"fields\":{\"temperature\":1.5}}}";
  }

  private static String missed(int readings) {
    return "{\"type\":\"org.umec.sensors.missed.v1\",\"data\":{\"missed\":" + readings + "}}";
  }
}
