package org.umec.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.umec.client.Gateway.Answer;
import org.umec.client.api.GpioApi;
import org.umec.client.model.LineValue;
import org.umec.client.model.Value;

class TokensTest {
  private static final Answer NO_LINES = Answer.json("[]");
  private static final String A_VALUE = "{\"value\":1}";

  private final SettableTime time = new SettableTime();

  @Test
  void asksWithTheClientsNameAndSecretAndForTheScope() throws Exception {
    try (Gateway gateway = new Gateway(asked -> NO_LINES)) {
      Umec.builder(gateway.uri(), "a:b", "ü c").scope("gpio:read gpio:write").build().tokens().token();
      Gateway.Asked asked = gateway.asked.get(0);
      assertEquals("Basic " + Base64.getEncoder().encodeToString("a%3Ab:%C3%BC%20c".getBytes(StandardCharsets.UTF_8)), asked.authorization());
      assertEquals("grant_type=client_credentials&scope=gpio%3Aread%20gpio%3Awrite", asked.body());
    }
  }

  @Test
  void keepsATokenUntilShortlyBeforeItEnds() throws Exception {
    try (Gateway gateway = new Gateway(asked -> NO_LINES)) {
      GpioApi gpio = new GpioApi(client(gateway));
      gpio.linesGET();
      time.advance(Duration.ofMinutes(53));
      gpio.linesGET();
      time.advance(Duration.ofMinutes(2));
      gpio.linesGET();
      assertEquals(List.of("Bearer t1", "Bearer t1", "Bearer t2"), sent(gateway));
    }
  }

  @Test
  void asksForOneTokenHoweverManyWait() throws Exception {
    try (Gateway gateway = new Gateway(asked -> NO_LINES)) {
      GpioApi gpio = new GpioApi(client(gateway));
      ExecutorService many = Executors.newFixedThreadPool(16);
      List<Callable<Object>> asking = Stream.<Callable<Object>>generate(() -> gpio::linesGET).limit(16).toList();
      for (Future<Object> answered : many.invokeAll(asking)) answered.get();
      many.shutdown();
      assertEquals(1, gateway.tokensGiven());
      assertEquals(16, gateway.askedFor("/gpio/v1/lines").size());
    }
  }

  @Test
  void sendsARequestOnceMoreWhenItsTokenIsRefused() throws Exception {
    try (Gateway gateway = new Gateway(asked -> asked.authorization().endsWith("t1") ? Answer.invalidToken() : Answer.json(A_VALUE))) {
      assertEquals(LineValue.NUMBER_1, new GpioApi(client(gateway)).lineValuePUT("17", new Value().value(LineValue.NUMBER_1), null).getValue());
      assertEquals(List.of("Bearer t1", "Bearer t2"), sent(gateway));
      assertEquals(List.of(A_VALUE, A_VALUE), gateway.askedFor("/gpio").stream().map(Gateway.Asked::body).toList());
    }
  }

  @Test
  void givesUpWhenTheOtherTokenIsRefusedToo() throws Exception {
    try (Gateway gateway = new Gateway(asked -> Answer.invalidToken())) {
      ProblemException problem = assertThrows(ProblemException.class, () -> new GpioApi(client(gateway)).linesGET());
      assertEquals("it has ended", problem.problem().getDetail());
      assertEquals(List.of("Bearer t1", "Bearer t2"), sent(gateway));
    }
  }

  @Test
  void doesNotSendABodyAgainThatMayBeGone() throws Exception {
    try (Gateway gateway = new Gateway(asked -> Answer.invalidToken())) {
      HttpRequest.BodyPublisher gone = HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[] {'1'}));
      HttpRequest request = HttpRequest.newBuilder(gateway.uri().resolve("/gpio")).PUT(gone).build();
      assertEquals(401, client(gateway).getHttpClient().send(request, HttpResponse.BodyHandlers.discarding()).statusCode());
      assertEquals(List.of("Bearer t1"), sent(gateway));
    }
  }

  @Test
  void givesTheTokenToNobodyElse() throws Exception {
    try (Gateway gateway = new Gateway(asked -> NO_LINES);
        Gateway other = new Gateway(asked -> NO_LINES)) {
      HttpRequest request = HttpRequest.newBuilder(other.uri().resolve("/gpio")).build();
      client(gateway).getHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
      assertEquals(Collections.singletonList(null), sent(other));
    }
  }

  @Test
  void takesNoTokenThatSaysNotForHowLong() throws Exception {
    try (Gateway gateway = new Gateway(asked -> Answer.json("{\"access_token\":\"a-secret\"}"))) {
      Umec umec = Umec.at(gateway.uri().resolve("/elsewhere"), "weather", "secret");
      String said = assertThrows(ApiException.class, () -> umec.tokens().token()).getMessage();
      assertEquals("java.io.IOException: POST /elsewhere/oauth2/token: the answer has no access_token with expires_in", said);
    }
  }

  @Test
  void isSilentAboutSecrets() throws Exception {
    try (Gateway gateway = new Gateway(asked -> NO_LINES)) {
      Umec umec = Umec.at(gateway.uri(), "weather", "secret");
      String shown = umec + " " + umec.tokens() + " " + umec.tokens().token() + " " + Umec.builder(gateway.uri(), "weather", "secret");
      assertFalse(shown.contains("secret") || shown.contains("t1"), shown);
    }
  }

  @Test
  void leavesAnAuthorizationOfTheCallersOwn() throws Exception {
    try (Gateway gateway = new Gateway(asked -> NO_LINES)) {
      new GpioApi(client(gateway)).linesGET(Map.of("Authorization", "Bearer mine"));
      assertEquals(List.of("Bearer mine"), sent(gateway));
    }
  }

  /** Who gives up is not to take the token from the others, nor to leave a connection behind. */
  @Test
  @Timeout(30)
  void isGivenUpByItselfWhenItsThreadIsInterrupted() throws Exception {
    try (WebSocketServer server = new WebSocketServer()) {
      server.pageRefusals.add(WebSocketServer.NEVER);
      GpioApi gpio = new GpioApi(Umec.at(server.uri(), "weather", "secret"));
      CompletableFuture<Throwable> thrown = new CompletableFuture<>();
      Thread asking = new Thread(() -> thrown.complete(assertThrows(ApiException.class, gpio::linesGET)));
      asking.start();
      WebSocketServer.Peer peer = server.stalled.take();
      asking.interrupt();
      assertInstanceOf(InterruptedException.class, thrown.get().getCause());
      assertTrue(peer.isLeft());
    }
  }

  @Test
  @Timeout(30)
  void isFetchedForTheOthersWhenOneGivesUp() throws Exception {
    try (WebSocketServer server = new WebSocketServer()) {
      server.tokenRefusals.add(WebSocketServer.NEVER);
      Umec umec = Umec.at(server.uri(), "weather", "secret");
      Thread impatient = new Thread(() -> assertThrows(ApiException.class, umec.tokens()::token));
      impatient.start();
      WebSocketServer.Peer peer = server.stalled.take();
      CompletableFuture<String> patient = CompletableFuture.supplyAsync(() -> valueOf(umec.tokens()));
      impatient.interrupt();
      impatient.join();
      peer.answer("200 OK", "{\"access_token\":\"late\",\"expires_in\":3600}");
      assertEquals("late", patient.get());
    }
  }

  private static String valueOf(Tokens tokens) {
    try {
      return tokens.token().value();
    } catch (ApiException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void takesNoHttpClientThatFollowsRedirects() {
    HttpClient following = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
    UmecBuilder builder = Umec.builder(URI.create("http://127.0.0.1"), "a", "b");
    assertThrows(IllegalArgumentException.class, () -> builder.httpClient(following));
  }

  private Umec client(Gateway gateway) {
    return Umec.builder(gateway.uri(), "weather", "secret").time(time).build();
  }

  private static List<String> sent(Gateway gateway) {
    return gateway.askedFor("/gpio").stream().map(Gateway.Asked::authorization).toList();
  }
}
