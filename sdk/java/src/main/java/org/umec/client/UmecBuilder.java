package org.umec.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Objects;

/** What may be said of a client besides who it is. */
public final class UmecBuilder {
  final URI gateway;
  final String clientId;
  final String clientSecret;
  String scope;
  HttpClient http;
  Time time = Time.OF_THE_MACHINE;
  Duration timeout = Duration.ofSeconds(90);

  UmecBuilder(URI gateway, String clientId, String clientSecret) {
    this.gateway = URI.create(gateway.toString().replaceFirst("/+$", ""));
    this.clientId = Objects.requireNonNull(clientId);
    this.clientSecret = Objects.requireNonNull(clientSecret);
  }

  /** Scopes to ask for, separated by spaces; without, a token has all that the client has. */
  public UmecBuilder scope(String scope) {
    this.scope = scope;
    return this;
  }

  /** What to connect with, where the gateway's certificate is of an authority of its own or a proxy is between. */
  public UmecBuilder httpClient(HttpClient http) {
    if (http.followRedirects() != HttpClient.Redirect.NEVER)
      throw new IllegalArgumentException("an HttpClient that follows redirects would take the token to wherever they lead");
    this.http = http;
    return this;
  }

  /** How long an answer may take; longer than an operation is asked to wait. */
  public UmecBuilder timeout(Duration timeout) {
    this.timeout = timeout;
    return this;
  }

  UmecBuilder time(Time time) {
    this.time = time;
    return this;
  }

  public Umec build() {
    if (http == null) http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(10)).build();
    return new Umec(this);
  }
}
