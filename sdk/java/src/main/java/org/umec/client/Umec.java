package org.umec.client;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

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
  private final Tokens tokens;
  private final HttpClient plain;
  private final HttpClient authorized;
  private final BackOff backOff;

  private Umec(Builder builder) {
    super(HttpClient.newBuilder(), createDefaultObjectMapper(), withoutSlash(builder.gateway));
    plain = builder.http;
    backOff = builder.backOff;
    URI tokenEndpoint = URI.create(getBaseUri() + "/oauth2/token");
    tokens = new Tokens(plain, tokenEndpoint, builder.clientId, builder.clientSecret, builder.scope, builder.clock);
    authorized = new AuthorizedHttpClient(plain, URI.create(getBaseUri()), tokens);
    setReadTimeout(builder.timeout);
    setResponseInterceptor(ProblemException::throwUnlessOk);
  }

  /** The gateway at an address such as {@code https://gateway.local}, for a client that {@code POST /access/v1/clients} has made. */
  public static Umec at(URI gateway, String clientId, String clientSecret) {
    return builder(gateway, clientId, clientSecret).build();
  }

  public static Builder builder(URI gateway, String clientId, String clientSecret) {
    return new Builder(gateway, clientId, clientSecret);
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

  /**
   * What was measured since, and from then on what comes; each event has the cursor to go on from. Nothing is missed and nothing comes
   * twice, whatever becomes of the connection.
   *
   * @param after a cursor, {@code "now"}, or null for the oldest that is kept
   * @throws ProblemException 410 when the history is not the one that the cursor is of
   */
  public Events arrivals(String after) throws ApiException {
    return Events.ofArrivals(this, after);
  }

  /**
   * What happens, as it happens. What happens while the connection is away is lost; then there comes an event that {@link Event#isGap()}.
   *
   * @param topics subjects such as {@code sensors/**}, that is all of sensors; none stands for all
   */
  public Events events(String... topics) throws ApiException {
    String query = Arrays.stream(topics).map(topic -> "topic=" + encode(topic)).collect(Collectors.joining("&"));
    return Events.ofNow(this, webSocketUri("/events/v1" + (query.isEmpty() ? "" : "?" + query)));
  }

  /**
   * The notifications of a subscription with {@code requestWebsocketUri}.
   *
   * @param websocketUri what the gateway has answered in {@code websockNotifConfig}
   */
  public Notifications notifications(String websocketUri) throws ApiException {
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

  BackOff backOff() {
    return backOff;
  }

  /** A WebSocket that is let in by the token, where it is one of the gateway. */
  Connection connect(URI uri) throws ApiException {
    boolean isOurs = Origins.same(Origins.asHttp(uri), URI.create(getBaseUri()));
    return Connection.open(plain, uri, isOurs ? tokens : null);
  }

  URI webSocketUri(String pathAndQuery) {
    return URI.create(getBaseUri().replaceFirst("^http", "ws") + pathAndQuery);
  }

  static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String withoutSlash(URI gateway) {
    return gateway.toString().replaceFirst("/+$", "");
  }

  /** What may be said of a client besides who it is. */
  public static final class Builder {
    private final URI gateway;
    private final String clientId;
    private final String clientSecret;
    private String scope;
    private HttpClient http;
    private Clock clock = Clock.systemUTC();
    private Duration timeout = Duration.ofSeconds(90);
    private BackOff backOff = new BackOff(Duration.ofSeconds(1), Duration.ofMinutes(1));

    private Builder(URI gateway, String clientId, String clientSecret) {
      this.gateway = Objects.requireNonNull(gateway);
      this.clientId = Objects.requireNonNull(clientId);
      this.clientSecret = Objects.requireNonNull(clientSecret);
    }

    /** Scopes to ask for, separated by spaces; without, a token has all that the client has. */
    public Builder scope(String scope) {
      this.scope = scope;
      return this;
    }

    /** What to connect with, where the gateway's certificate is of an authority of its own or a proxy is between. */
    public Builder httpClient(HttpClient http) {
      if (http.followRedirects() != HttpClient.Redirect.NEVER)
        throw new IllegalArgumentException("an HttpClient that follows redirects would take the token to wherever they lead");
      this.http = http;
      return this;
    }

    public Builder clock(Clock clock) {
      this.clock = clock;
      return this;
    }

    /** How long an answer may take; longer than an operation is asked to wait. */
    public Builder timeout(Duration timeout) {
      this.timeout = timeout;
      return this;
    }

    /** Pauses before a WebSocket is opened again. */
    public Builder backOff(BackOff backOff) {
      this.backOff = backOff;
      return this;
    }

    public Umec build() {
      if (http == null) http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(10)).build();
      return new Umec(this);
    }
  }
}
