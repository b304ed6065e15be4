package org.umec.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.umec.client.model.ProblemDetails;

/** The gateway has answered, and it was not what was asked for: its ProblemDetails (RFC 9457). */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final ObjectMapper MAPPER = ApiClient.createDefaultObjectMapper();
  private static final int MOST_BYTES = 64 * 1024;

  private final transient ProblemDetails problem;
  private final transient HttpHeaders headers;

  private ProblemException(ProblemDetails problem, HttpHeaders headers) {
    super(problem.getStatus() + " " + problem.getTitle() + ": " + problem.getDetail());
    this.problem = problem;
    this.headers = headers;
  }

  /** All that was said of it. */
  public ProblemDetails problem() {
    return problem;
  }

  /** The HTTP status. */
  public int status() {
    return problem.getStatus();
  }

  /** After how long to come again, where the gateway has said so. */
  public Optional<Duration> retryAfter() {
    return headers.firstValue("Retry-After").filter(text -> text.matches("\\d{1,9}")).map(text -> Duration.ofSeconds(Long.parseLong(text)));
  }

  static void throwUnlessOk(HttpResponse<InputStream> response) {
    if (response.statusCode() / 100 == 2) return;
    try (InputStream body = ApiClient.getResponseBody(response)) {
      throw of(response.statusCode(), response.headers(), body == null ? new byte[0] : body.readNBytes(MOST_BYTES));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** @param body ProblemDetails, an error as RFC 6749 has them, or anything at all */
  static ProblemException of(int status, HttpHeaders headers, byte[] body) {
    ProblemDetails problem = detailsOf(body);
    if (problem.getTitle() == null) problem.setTitle("HTTP " + status);
    if (problem.getDetail() == null) problem.setDetail("the answer does not say more");
    return new ProblemException(problem.status(status), headers);
  }

  private static ProblemDetails detailsOf(byte[] body) {
    try {
      JsonNode json = MAPPER.readTree(body);
      if (json != null && json.has("error"))
        return new ProblemDetails().title(json.path("error").asText()).detail(json.path("error_description").asText());
      if (json != null && json.isObject()) return MAPPER.treeToValue(json, ProblemDetails.class);
    } catch (IOException e) {
      // a proxy in between has answered, and in words of its own
    }
    return new ProblemDetails();
  }
}
