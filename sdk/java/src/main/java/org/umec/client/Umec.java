package org.umec.client;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A gateway, as one of its clients sees it: what every generated API is made with.
 *
 * <pre>{@code
 * Umec umec = Umec.at(URI.create("https://gateway.local"), "weather", secret);
 * List<Reading> latest = new SensorsApi(umec).latestReadingsGET();
 * }</pre>
 *
 * What the gateway answers with a status other than 2xx is thrown as {@link ProblemException}; what is not answered, as
 * {@link ApiException}. It may be used by any number of threads.
 */
public final class Umec extends ApiClient {
  private final URI gateway;
  private final Tokens tokens;
  private final HttpClient plain;
  private final HttpClient authorized;
  private final Time time;

  Umec(UmecBuilder builder) {
    super(HttpClient.newBuilder(), createDefaultObjectMapper(), builder.gateway.toString());
    gateway = builder.gateway;
    plain = builder.http;
    time = builder.time;
    tokens = new Tokens(plain, address("/oauth2/token"), builder.clientId, builder.clientSecret, builder.scope, time);
    authorized = new AuthorizedHttpClient(plain, gateway, tokens);
    setReadTimeout(builder.timeout);
    setResponseInterceptor(ProblemException::throwUnlessOk);
  }

  /** The gateway at an address such as {@code https://gateway.local}, for a client that {@code POST /access/v1/clients} has made. */
  public static Umec at(URI gateway, String clientId, String clientSecret) {
    return builder(gateway, clientId, clientSecret).build();
  }

  /** The same, where more has to be said. */
  public static UmecBuilder builder(URI gateway, String clientId, String clientSecret) {
    return new UmecBuilder(gateway, clientId, clientSecret);
  }

  /** The tokens that requests are sent with. */
  public Tokens tokens() {
    return tokens;
  }

  /**
   * All items of a list that comes page by page, fetched as they are asked for.
   *
   * @param first what a generated {@code …WithHttpInfo} has answered
   */
  public <T> Pages<T> pages(ApiResponse<List<T>> first, Class<T> item) {
    return new Pages<>(this, first, item);
  }

  /** All that arrives, as {@link #arrivals(String, String)} tells it of one measurement. */
  public Events arrivals(String after) {
    return arrivals(after, null);
  }

  /**
   * What was measured since, and from then on what comes; each event has the cursor to go on from. Nothing is missed and nothing comes
   * twice, whatever becomes of the connection. Reading it ends with a {@link ProblemException} of status 410 when the history is not the
   * one that the cursor is of.
   *
   * @param after a cursor, {@code "now"}, or null for the oldest that is kept
   * @param measurement such as {@code ruuvi_measurements}, or null for all
   */
  public Events arrivals(String after, String measurement) {
    return Events.ofArrivals(this, after, measurement);
  }

  /**
   * What happens, as it happens. What happens while the connection is away is lost; then there comes an event that {@link Event#isGap()}.
   *
   * @param topics subjects such as {@code sensors/**}, that is all of sensors; none stands for all
   */
  public Events events(String... topics) {
    return Events.ofNow(this, topics);
  }

  /**
   * The notifications of a subscription with {@code requestWebsocketUri}.
   *
   * @param websocketUri what the gateway has answered in {@code websockNotifConfig}
   * @throws IllegalArgumentException when it is elsewhere than at the gateway
   */
  public Notifications notifications(String websocketUri) {
    return new Notifications(this, URI.create(websocketUri));
  }

  /** The one that sends all requests: it knows the token, and nobody but the gateway gets it. */
  @Override
  public HttpClient getHttpClient() {
    return authorized;
  }

  /** Not a copy for each API: what a mapper has learnt of a class is worth keeping. */
  @Override
  public ObjectMapper getObjectMapper() {
    return mapper;
  }

  Time time() {
    return time;
  }

  URI gateway() {
    return gateway;
  }

  URI address(String pathAndQuery) {
    return URI.create(gateway + pathAndQuery);
  }

  /** Opens a WebSocket of the gateway. */
  CompletableFuture<Void> open(Connection connection, URI uri) {
    Origins.require(uri, gateway);
    return connection.open(plain, uri, tokens, time.patience());
  }

  /** What the gateway answers within half a minute. */
  <T> CompletableFuture<ApiResponse<T>> get(URI uri, JavaType type) {
    Origins.require(uri, gateway);
    HttpRequest request = HttpRequest.newBuilder(uri).header("Accept", "application/json").build();
    return Steps.then(Steps.within(time.patience(), authorized.sendAsync(request, Beginning.orWholeOf(200))), answer -> read(answer, type));
  }

  private <T> CompletableFuture<ApiResponse<T>> read(HttpResponse<byte[]> answer, JavaType type) {
    try {
      if (answer.statusCode() != 200) throw ProblemException.of(answer, answer.body());
      T data = mapper.readValue(answer.body(), type);
      return CompletableFuture.completedFuture(new ApiResponse<>(answer.statusCode(), answer.headers().map(), data));
    } catch (IOException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
