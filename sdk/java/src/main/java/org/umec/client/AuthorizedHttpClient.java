package org.umec.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.PushPromiseHandler;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.umec.client.Tokens.Token;

/**
 * An HttpClient that sends its requests to the gateway with a token, and once more with another one when that is refused. What has an
 * {@code Authorization} already, or goes elsewhere, is sent as it is.
 */
final class AuthorizedHttpClient extends HttpClient {
  private final HttpClient http;
  private final URI gateway;
  private final Tokens tokens;

  AuthorizedHttpClient(HttpClient http, URI gateway, Tokens tokens) {
    this.http = http;
    this.gateway = gateway;
    this.tokens = tokens;
  }

  @Override
  public <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler) throws IOException, InterruptedException {
    return Steps.await(sendAsync(request, handler));
  }

  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, BodyHandler<T> handler) {
    if (!Origins.same(request.uri(), gateway) || request.headers().firstValue("Authorization").isPresent())
      return http.sendAsync(request, handler);
    // a body that is read from somewhere may be gone by the second time
    boolean isWhole = request.bodyPublisher().map(body -> body.contentLength() >= 0).orElse(true);
    return tokens.with(
        token -> http.sendAsync(with(token, request), handler),
        (refused, token) -> {
          if (!isWhole) return CompletableFuture.completedFuture(refused);
          close(refused.body());
          return http.sendAsync(with(token, request), handler);
        });
  }

  private static HttpRequest with(Token token, HttpRequest request) {
    return HttpRequest.newBuilder(request, (name, value) -> true).header("Authorization", "Bearer " + token.value()).build();
  }

  private static void close(Object body) {
    try {
      if (body instanceof InputStream stream) stream.close();
    } catch (IOException e) {
      // the answer was not wanted any more
    }
  }

  /** Pushed answers are none of a gateway's; they come with the first attempt or not at all. */
  @Override
  public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, BodyHandler<T> handler, PushPromiseHandler<T> pushed) {
    return sendAsync(request, handler);
  }

  @Override
  public WebSocket.Builder newWebSocketBuilder() {
    return http.newWebSocketBuilder();
  }

  @Override
  public Optional<CookieHandler> cookieHandler() {
    return http.cookieHandler();
  }

  @Override
  public Optional<Duration> connectTimeout() {
    return http.connectTimeout();
  }

  @Override
  public Redirect followRedirects() {
    return http.followRedirects();
  }

  @Override
  public Optional<ProxySelector> proxy() {
    return http.proxy();
  }

  @Override
  public SSLContext sslContext() {
    return http.sslContext();
  }

  @Override
  public SSLParameters sslParameters() {
    return http.sslParameters();
  }

  @Override
  public Optional<Authenticator> authenticator() {
    return http.authenticator();
  }

  @Override
  public Version version() {
    return http.version();
  }

  @Override
  public Optional<Executor> executor() {
    return http.executor();
  }
}
