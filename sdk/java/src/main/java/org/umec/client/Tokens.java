package org.umec.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Access tokens by client credentials (RFC 6749, section 4.4): asked for when the first is wanted, and again shortly before the last one ends;
 * once, however many wait for it.
 */
public final class Tokens {
  /** Of the life of a token, in percent, after which the next one is asked for. */
  private static final int USED_FOR = 90;

  private final HttpClient http;
  private final HttpRequest request;
  private final Time time;
  private final ObjectMapper mapper = new ObjectMapper();
  private CompletableFuture<Token> latest;
  private long askedAt;

  /**
   * A token.
   *
   * @param value what goes behind {@code Bearer}
   * @param lifetime from when it was asked for
   */
  public record Token(String value, Duration lifetime) {
    /** Not for logs. */
    @Override
    public String toString() {
      return "Token[lifetime=" + lifetime + "]";
    }
  }

  Tokens(HttpClient http, URI endpoint, String clientId, String clientSecret, String scope, Time time) {
    this.http = http;
    this.time = time;
    String form = "grant_type=client_credentials" + (scope == null ? "" : "&scope=" + Umec.encode(scope));
    // each half is form-encoded first (RFC 6749, section 2.3.1)
    byte[] credentials = (Umec.encode(clientId) + ":" + Umec.encode(clientSecret)).getBytes(StandardCharsets.UTF_8);
    request =
        HttpRequest.newBuilder(endpoint)
            .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("Accept", "application/json")
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
      return Steps.await(wanted());
    } catch (IOException e) {
      throw new ApiException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ApiException(e);
    }
  }

  /**
   * What is answered to a request with a token, or once more with another one when the gateway says that this one is not valid.
   *
   * @param again is given the answer that said so, and the other token
   */
  <R extends HttpResponse<?>> CompletableFuture<R> with(
      Function<Token, CompletableFuture<R>> ask, BiFunction<R, Token, CompletableFuture<R>> again) {
    return Steps.then(
        wanted(),
        token ->
            Steps.then(
                ask.apply(token),
                answer ->
                    isRefused(answer)
                        ? Steps.then(insteadOf(token), other -> again.apply(answer, other))
                        : CompletableFuture.completedFuture(answer)));
  }

  /** Null is no refusal. */
  private static boolean isRefused(HttpResponse<?> answer) {
    return answer != null
        && answer.statusCode() == 401
        && answer.headers().allValues("WWW-Authenticate").stream().anyMatch(challenge -> challenge.contains("invalid_token"));
  }

  /** The token of now. Whoever gives up waiting for it cancels that for nobody else. */
  private synchronized CompletableFuture<Token> wanted() {
    if (latest == null || isOver()) {
      askedAt = time.nanos();
      latest = Steps.within(time.patience(), http.sendAsync(request, Beginning.orWholeOf(-1))).thenApply(this::read);
    }
    return latest.copy();
  }

  /** Another one than one that was refused, unless somebody has asked for it since. */
  private synchronized CompletableFuture<Token> insteadOf(Token refused) {
    if (latest != null && latest.isDone() && !latest.isCompletedExceptionally() && latest.join() == refused) latest = null;
    return wanted();
  }

  private boolean isOver() {
    if (!latest.isDone()) return false;
    if (latest.isCompletedExceptionally()) return true;
    Duration age = Duration.ofNanos(time.nanos() - askedAt);
    return age.compareTo(latest.join().lifetime().multipliedBy(USED_FOR).dividedBy(100)) >= 0;
  }

  private Token read(HttpResponse<byte[]> response) {
    if (response.statusCode() != 200) throw ProblemException.of(response, response.body());
    try {
      JsonNode json = mapper.readTree(response.body());
      if (json.path("access_token").isTextual() && json.path("expires_in").canConvertToInt())
        return new Token(json.get("access_token").asText(), Duration.ofSeconds(json.get("expires_in").asInt()));
    } catch (IOException e) {
      // what cannot be read may still be a secret, and is not for an error
    }
    throw new CompletionException(new IOException("POST " + request.uri().getPath() + ": the answer has no access_token with expires_in"));
  }
}
