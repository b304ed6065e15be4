package org.umec.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.umec.client.WebSocketServer.Peer;

@Timeout(30)
class NotificationsTest {
  private static final String RECEIVED = "HTTP/1.1 204 No Content\r\n\r\n";

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
  void areAcknowledgedWhenTheNextIsWantedAlsoOfATypeThatIsNew() throws Exception {
    try (Notifications notifications = umec.notifications(server.webSocket("/s"))) {
      CompletableFuture<Notification> told = nextOf(notifications);
      Peer peer = server.peers.take();
      peer.say(frame("a"));
      assertEquals("a", assertInstanceOf(JsonNode.class, told.get().value()).get("notificationType").asText());
      told = nextOf(notifications);
      assertEquals(RECEIVED, peer.hear());
      peer.say(frame("b"));
      assertEquals("b", told.get().type());
      assertEquals(List.of("Bearer t"), server.authorizations);
    }
  }

  @Test
  void areNotAcknowledgedByWhoLeaves() throws Exception {
    Notifications notifications = umec.notifications(server.webSocket("/s"));
    CompletableFuture<Notification> told = nextOf(notifications);
    Peer peer = server.peers.take();
    peer.say(frame("a"));
    told.get();
    notifications.close();
    assertTrue(peer.isLeft());
  }

  @Test
  void comeAgainWhenTheyWereNotAcknowledged() throws Exception {
    try (Notifications notifications = umec.notifications(server.webSocket("/s"))) {
      CompletableFuture<Notification> told = nextOf(notifications);
      Peer first = server.peers.take();
      first.say(frame("a"));
      told.get();
      first.cut();
      told = nextOf(notifications);
      Peer second = server.peers.take();
      second.say(frame("a"));
      assertEquals("a", told.get().type());
      told = nextOf(notifications);
      // once, though it was given twice
      assertEquals(RECEIVED, second.hear());
      second.say(frame("b"));
      assertEquals("b", told.get().type());
    }
  }

  @Test
  void areTakenFromNobodyElse() throws Exception {
    try (WebSocketServer other = new WebSocketServer()) {
      IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> umec.notifications(other.webSocket("/s")));
      assertEquals("expected an address at " + server.uri() + ", found one at " + other.uri(), refused.getMessage());
    }
  }

  private static CompletableFuture<Notification> nextOf(Notifications notifications) {
    return CompletableFuture.supplyAsync(notifications::next);
  }

  private static String frame(String type) {
    return "POST /s HTTP/1.1\r\nContent-Type: application/json\r\nContent-Length: 24\r\n\r\n{\"notificationType\":\"" + type + "\"}";
  }
}
