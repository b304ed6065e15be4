package org.umec.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.umec.client.model.ProblemDetails;

/** The gateway has answered, and it was not what was asked for: its ProblemDetails (RFC 9457). */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final ObjectMapper MAPPER = ApiClient.createDefaultObjectMapper();

  private final transient ProblemDetails problem;
  private final transient HttpHeaders headers;

  /** The query may hold what lets somebody in, and is not told. */
  private ProblemException(HttpRequest request, ProblemDetails problem, HttpHeaders headers) {
    super(
        request.method() + " " + request.uri().getPath() + ": " + problem.getStatus() + " " + problem.getTitle() + ": " + problem.getDetail());
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

  /** After how long to come again, where the gateway has said so, in seconds or as a date. */
  public Optional<Duration> retryAfter() {
    String said = headers.firstValue("Retry-After").orElse("");
    if (said.matches("\\d{1,9}")) return Optional.of(Duration.ofSeconds(Long.parseLong(said)));
    // its clock may be another one than ours
    Instant now = dateOf(headers.firstValue("Date").orElse("")).orElseGet(Instant::now);
    return dateOf(said).map(then -> Duration.between(now, then)).map(wait -> wait.isNegative() ? Duration.ZERO : wait);
  }

  /** Whether the same may go well later: the gateway is busy, or away behind its proxy. */
  boolean isPassing() {
    return status() == 408 || status() == 429 || status() >= 500;
  }

  static void throwUnlessOk(HttpResponse<InputStream> response) {
    if (response.statusCode() / 100 == 2) return;
    try (InputStream body = ApiClient.getResponseBody(response)) {
      throw of(response, body == null ? new byte[0] : body.readNBytes(Beginning.MOST_BYTES));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** @param body ProblemDetails, an error as RFC 6749 has them, or anything at all */
  static ProblemException of(HttpResponse<?> response, byte[] body) {
    ProblemDetails problem = detailsOf(body).status(response.statusCode());
    if (problem.getTitle() == null) problem.setTitle("HTTP " + response.statusCode());
    if (problem.getDetail() == null) problem.setDetail("the answer does not say more");
    return new ProblemException(response.request(), problem, response.headers());
  }

  private static Optional<Instant> dateOf(String text) {
    try {
      return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
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
