package org.umec.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.umec.client.ArrivalsTest.arrival;
import static org.umec.client.ArrivalsTest.nextOf;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.umec.client.WebSocketServer.Peer;

/** Connections that are lost, and what ends them for good. */
@Timeout(30)
class ComingBackTest {
  private final SettableTime time = new SettableTime();
  private WebSocketServer server;
  private Umec umec;

  @BeforeEach
  void start() throws IOException {
    server = new WebSocketServer();
    umec = Umec.builder(server.uri(), "weather", "secret").time(time).build();
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @Test
  void waitsLongerEachTimeAndBeginsAnewWhenSomethingWasTold() throws Exception {
    try (Events arrivals = umec.arrivals("now")) {
      server.tokenRefusals.addAll(List.of("500 Error", "429 Too Many Requests"));
      server.pageRefusals.addAll(List.of("408 Request Timeout", "502 Bad Gateway"));
      server.refusals.addAll(List.of("503 Service Unavailable", "429 Too Many Requests", "500 Error"));
      CompletableFuture<Event> told = nextOf(arrivals);
      server.peers.take().cut();
      Peer peer = server.peers.take();
      assertEquals(8, time.pauses.size());
      for (int failure = 0; failure < 8; failure++) assertPaused(Math.min(500 << failure, 30_000));
      peer.say(arrival("c1"));
      assertEquals("c1", told.get().cursor());
      peer.cut();
      nextOf(arrivals);
      server.peers.take();
      assertPaused(500);
    }
  }

  @Test
  void comesWhenTheGatewaySaysButWithinAnHour() throws Exception {
    try (Events arrivals = umec.arrivals("c0")) {
      server.refusals.add("503 Service Unavailable\r\nRetry-After: 77");
      server.refusals.add("429 Too Many Requests\r\nRetry-After: 86400");
      nextOf(arrivals);
      server.peers.take();
      assertEquals(List.of(Duration.ofSeconds(77), Duration.ofHours(1)), List.copyOf(time.pauses));
    }
  }

  @Test
  void waitsForAGatewayThatIsNotThereYet() throws Exception {
    server.close();
    try (Events arrivals = umec.arrivals("now")) {
      nextOf(arrivals);
      for (int most = 500; most < 20_000; most *= 2) assertPaused(most);
    }
  }

  @Test
  void givesUpWhatDoesNotAnswer() throws Exception {
    time.patience = Duration.ofMillis(300);
    for (Queue<String> refusals : List.of(server.tokenRefusals, server.pageRefusals, server.refusals)) refusals.add(WebSocketServer.NEVER);
    try (Events arrivals = umec.arrivals("now")) {
      nextOf(arrivals);
      for (int step = 0; step < 3; step++) assertTrue(server.stalled.take().isLeft());
      server.peers.take();
    }
  }

  @Test
  void endsWithTheProblemWhenItIsNotLetIn() throws Exception {
    for (Queue<String> refusals : List.of(server.tokenRefusals, server.pageRefusals, server.refusals)) {
      try (Events arrivals = umec.arrivals("now")) {
        refusals.add("403 Forbidden");
        assertEquals(403, assertThrows(ProblemException.class, arrivals::hasNext).status());
        assertFalse(arrivals.hasNext());
      }
    }
    assertEquals(0, time.pauses.size());
  }

  @Test
  void takesAnotherTokenOnce() throws Exception {
    String invalid = "401 Unauthorized\r\nWWW-Authenticate: Bearer error=\"invalid_token\"";
    server.refusals.addAll(List.of(invalid, invalid));
    String message = assertThrows(ProblemException.class, () -> umec.arrivals("c0").next()).getMessage();
    assertTrue(message.startsWith("GET /sensors/v1/readings/arrivals/websocket: 401 "), message);
    assertEquals(2, server.targets.stream().filter("/oauth2/token"::equals).count());
  }

  @Test
  void endsAtOnceWhenItIsClosed() throws Exception {
    for (Queue<String> refusals : List.of(server.tokenRefusals, server.pageRefusals, server.refusals)) {
      Events arrivals = Umec.at(server.uri(), "weather", "secret").arrivals("now");
      refusals.add(WebSocketServer.NEVER);
      CompletableFuture<Boolean> reading = CompletableFuture.supplyAsync(arrivals::hasNext);
      Peer peer = server.stalled.take();
      arrivals.close();
      assertFalse(reading.get());
      // the token is everybody's
      assertTrue(peer.target().equals("/oauth2/token") || peer.isLeft());
    }
  }

  @Test
  void endsAtOnceWhenItIsClosedWhileItReads() throws Exception {
    Events arrivals = umec.arrivals("now");
    CompletableFuture<Boolean> reading = CompletableFuture.supplyAsync(arrivals::hasNext);
    Peer peer = server.peers.take();
    arrivals.close();
    assertFalse(reading.get());
    assertTrue(peer.isLeft());
  }

  @Test
  void endsAtOnceWhenItIsClosedWhileItWaits() throws Exception {
    time.isReal = true;
    server.refusals.add("503 Service Unavailable\r\nRetry-After: 3600");
    Events arrivals = umec.arrivals("now");
    CompletableFuture<Boolean> reading = CompletableFuture.supplyAsync(arrivals::hasNext);
    time.pauses.take();
    arrivals.close();
    assertFalse(reading.get());
  }

  @Test
  void endsAtOnceWhenItsThreadIsInterrupted() throws Exception {
    for (Queue<String> refusals : List.of(server.pageRefusals, server.refusals)) {
      refusals.add(WebSocketServer.NEVER);
      Events arrivals = umec.arrivals("now");
      CompletableFuture<Boolean> isInterrupted = new CompletableFuture<>();
      Thread reader = new Thread(() -> isInterrupted.complete(!arrivals.hasNext() && Thread.currentThread().isInterrupted()));
      reader.start();
      Peer peer = server.stalled.take();
      reader.interrupt();
      assertTrue(isInterrupted.get());
      assertTrue(peer.isLeft());
    }
  }

  @Test
  void isToldInTheLogWithoutTheQuery() throws Exception {
    BlockingQueue<String> told = new LinkedBlockingQueue<>();
    Handler handler = new Keeping(told);
    Logger logger = Logger.getLogger("org.umec.client");
    logger.addHandler(handler);
    try (Events arrivals = umec.arrivals("a-cursor")) {
      server.refusals.add("503 Service Unavailable\r\nRetry-After: 77");
      nextOf(arrivals);
      server.peers.take().cut();
      String refused = "GET /sensors/v1/readings/arrivals/websocket: 503 HTTP 503: the answer does not say more; again in 77000 ms";
      assertEquals(refused, told.take());
      assertTrue(told.take().matches("java.io.IOException: the connection is lost; again in \\d+ ms"));
    } finally {
      logger.removeHandler(handler);
    }
  }

  /** At least the half of it: the other is cut off at random. */
  private void assertPaused(int mostMs) throws InterruptedException {
    long pause = time.pauses.take().toMillis();
    assertTrue(pause >= mostMs / 2 && pause <= mostMs, "expected a pause of " + mostMs + " ms at most, found " + pause);
  }

  private static final class Keeping extends Handler {
    private final BlockingQueue<String> kept;

    Keeping(BlockingQueue<String> kept) {
      this.kept = kept;
    }

    @Override
    public void publish(LogRecord record) {
      kept.add(record.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
