package org.umec.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.umec.client.Gateway.Answer;
import org.umec.client.api.GpioApi;
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
  void makesSomethingOfAnAnswerThatIsNotTheGateways() throws Exception {
    ProblemException problem = problemOf(new Answer(502, Map.of("Content-Type", "text/html"), "<h1>Bad Gateway</h1>"));
    assertEquals(502, problem.status());
    assertEquals("HTTP 502", problem.problem().getTitle());
  }

  @Test
  void readsErrorsOfTheTokenEndpoint() {
    byte[] body = "{\"error\":\"invalid_client\",\"error_description\":\"who?\"}".getBytes(StandardCharsets.UTF_8);
    ProblemException problem = ProblemException.of(401, HttpHeaders.of(Map.of(), (name, value) -> true), body);
    assertEquals("401 invalid_client: who?", problem.getMessage());
  }

  private static ProblemException problemOf(Answer answer) throws Exception {
    try (Gateway gateway = new Gateway(asked -> answer)) {
      GpioApi gpio = new GpioApi(Umec.at(gateway.uri(), "weather", "secret"));
      return assertThrows(ProblemException.class, gpio::linesGET);
    }
  }
}
