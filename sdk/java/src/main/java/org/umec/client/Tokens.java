package org.umec.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;

/**
 * Access tokens by client credentials (RFC 6749, section 4.4): asked for when the first is wanted, and again shortly before the last one ends;
 * once, however many wait for it.
 */
public final class Tokens {
  /** Of the life of a token, after which the next one is asked for. */
  private static final double USED_FOR = 0.9;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient http;
  private final HttpRequest request;
  private final Clock clock;
  private final ObjectMapper mapper = new ObjectMapper();
  private CompletableFuture<Token> latest;

  /**
   * A token.
   *
   * @param value what goes behind {@code Bearer}
   * @param lifetime from when it was asked for
   * @param renewAt when the next one is asked for
   */
  public record Token(String value, Duration lifetime, Instant renewAt) {
    /** Not for logs. */
    @Override
    public String toString() {
      return "Token[renewAt=" + renewAt + "]";
    }
  }

  Tokens(HttpClient http, URI endpoint, String clientId, String clientSecret, String scope, Clock clock) {
    this.http = http;
    this.clock = clock;
    String form = "grant_type=client_credentials" + (scope == null ? "" : "&scope=" + Umec.encode(scope));
    // each half is form-encoded first (RFC 6749, section 2.3.1)
    byte[] credentials = (Umec.encode(clientId) + ":" + Umec.encode(clientSecret)).getBytes(StandardCharsets.UTF_8);
    request =
        HttpRequest.newBuilder(endpoint)
            .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "application/json")
            .timeout(PATIENCE)
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
  }

  /**
   * The token of now.
   *
   * @throws ProblemException when the gateway gives none
   * @throws ApiException when it does not answer
   */
  public Token token() throws ApiException {
    try {
      return wanted().get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ProblemException problem) throw problem;
      throw new ApiException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ApiException(e);
    }
  }

  /** The token of now, for who does not want to wait. */
  synchronized CompletableFuture<Token> wanted() {
    if (latest == null || isOver(latest)) latest = fetched();
    return latest;
  }

  /** Another one than one that was refused, unless somebody has asked for it since. */
  synchronized CompletableFuture<Token> insteadOf(Token refused) {
    if (latest != null && latest.isDone() && !latest.isCompletedExceptionally() && latest.join() == refused) latest = null;
    return wanted();
  }

  private boolean isOver(CompletableFuture<Token> asked) {
    return asked.isCompletedExceptionally() || (asked.isDone() && !clock.instant().isBefore(asked.join().renewAt()));
  }

  private CompletableFuture<Token> fetched() {
    Instant asked = clock.instant();
    return http.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray()).thenApply(response -> read(response, asked));
  }

  private Token read(HttpResponse<byte[]> response, Instant asked) {
    if (response.statusCode() != 200) throw ProblemException.of(response.statusCode(), response.headers(), response.body());
    try {
      JsonNode json = mapper.readTree(response.body());
      if (!json.path("access_token").isTextual() || !json.path("expires_in").isNumber())
        throw new IOException("the answer of " + request.uri() + " has no access_token with expires_in");
      Duration lifetime = Duration.ofSeconds(json.get("expires_in").asLong());
      Instant renewAt = asked.plusMillis(Math.round(lifetime.toMillis() * USED_FOR));
      return new Token(json.get("access_token").asText(), lifetime, renewAt);
    } catch (IOException e) {
      throw new CompletionException(e);
    }
  }
}
