package org.umec.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.umec.client.Gateway.Answer;
import org.umec.client.api.GpioApi;
import org.umec.client.api.SensorsApi;
import org.umec.client.model.ProblemDetails;

class ProblemExceptionTest {
  @Test
  void hasAllThatWasSaid() throws Exception {
    String body = "{\"type\":\"urn:a\",\"title\":\"conflict\",\"status\":409,\"detail\":\"grün\",\"instance\":\"/x\"}";
    ProblemDetails expected = new ProblemDetails().type("urn:a").title("conflict").status(409).detail("grün").instance("/x");
    assertEquals(expected, problemOf(Answer.problem(409, body)).problem());
  }

  @Test
  void saysWhenToComeAgain() throws Exception {
    Answer busy = new Answer(429, Map.of("Retry-After", "7"), "{\"status\":429,\"detail\":\"too many\"}");
    assertEquals(Optional.of(Duration.ofSeconds(7)), problemOf(busy).retryAfter());
  }

  @Test
  void saysWhenToComeAgainByTheGatewaysClock() throws Exception {
    try (WebSocketServer server = new WebSocketServer()) {
      server.pageRefusals.add("503 Busy\r\nDate: Mon, 01 Jun 2026 12:00:00 GMT\r\nRetry-After: Mon, 01 Jun 2026 12:01:30 GMT");
      GpioApi gpio = new GpioApi(Umec.at(server.uri(), "weather", "secret"));
      assertEquals(Optional.of(Duration.ofSeconds(90)), assertThrows(ProblemException.class, gpio::linesGET).retryAfter());
    }
  }

  @Test
  void doesNotTakeAnythingForATime() throws Exception {
    for (String senseless : new String[] {"soon", "-1", "99999999999999999999", ""})
      assertEquals(Optional.empty(), problemOf(new Answer(503, Map.of("Retry-After", senseless), "")).retryAfter());
  }

  @Test
  void doesNotTellTheQuery() throws Exception {
    try (Gateway gateway = new Gateway(asked -> Answer.problem(410, "{\"title\":\"gone\",\"detail\":\"begin anew\"}"))) {
      SensorsApi sensors = new SensorsApi(Umec.at(gateway.uri(), "weather", "secret"));
      ProblemException problem = assertThrows(ProblemException.class, () -> sensors.arrivalsGET("a-cursor", null, 1, null));
      assertEquals("GET /sensors/v1/readings/arrivals: 410 gone: begin anew", problem.getMessage());
    }
  }

  @Test
  void isReadTo64KiB() throws Exception {
    Answer endless = new Answer(500, Map.of(), "x".repeat(1 << 20));
    try (Gateway gateway = new Gateway(asked -> endless)) {
      HttpClient http = Umec.at(gateway.uri(), "weather", "secret").getHttpClient();
      HttpRequest request = HttpRequest.newBuilder(gateway.uri()).build();
      assertEquals(1 << 16, http.send(request, Beginning.orWholeOf(200)).body().length);
      assertEquals(1 << 20, http.send(request, Beginning.orWholeOf(500)).body().length);
    }
  }

  @Test
  void makesSomethingOfAnAnswerThatIsNotTheGateways() throws Exception {
    ProblemException problem = problemOf(new Answer(502, Map.of("Content-Type", "text/html"), "<h1>Bad Gateway</h1>"));
    assertEquals(502, problem.status());
    assertEquals("HTTP 502", problem.problem().getTitle());
  }

  @Test
  void readsErrorsOfTheTokenEndpoint() throws Exception {
    Answer stranger = Answer.problem(401, "{\"error\":\"invalid_client\",\"error_description\":\"who?\"}");
    try (Gateway gateway = new Gateway(asked -> stranger)) {
      Tokens tokens = Umec.at(gateway.uri().resolve("/elsewhere"), "weather", "secret").tokens();
      ProblemException problem = assertThrows(ProblemException.class, tokens::token);
      assertEquals("POST /elsewhere/oauth2/token: 401 invalid_client: who?", problem.getMessage());
    }
  }

  private static ProblemException problemOf(Answer answer) throws Exception {
    try (Gateway gateway = new Gateway(asked -> answer)) {
      GpioApi gpio = new GpioApi(Umec.at(gateway.uri(), "weather", "secret"));
      return assertThrows(ProblemException.class, gpio::linesGET);
    }
  }
}
