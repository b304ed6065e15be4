package org.umec.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.umec.client.Tokens.Token;

/** One WebSocket, read as one reads a queue. */
final class Connection implements WebSocket.Listener {
  /** Messages that may come before they are asked for; beyond, they stay with the gateway. */
  private static final int AHEAD = 16;
  private static final int MOST_CHARACTERS = 16 * 1024 * 1024;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** An empty one is the end. */
  private final BlockingQueue<Optional<String>> received = new LinkedBlockingQueue<>();
  private final StringBuilder text = new StringBuilder();
  private volatile WebSocket socket;
  private volatile long heardAt = System.nanoTime();

  private Connection() {}

  /**
   * @param tokens to be let in with, or null
   * @throws ProblemException when the gateway does not let it in
   * @throws ApiException when it does not answer
   */
  static Connection open(HttpClient http, URI uri, Tokens tokens) throws ApiException {
    Token token = tokens == null ? null : tokens.token();
    try {
      return open(http, uri, token);
    } catch (ProblemException problem) {
      if (tokens == null || problem.status() != 401) throw problem;
      tokens.insteadOf(token);
      return open(http, uri, tokens.token());
    }
  }

  private static Connection open(HttpClient http, URI uri, Token token) throws ApiException {
    Connection connection = new Connection();
    WebSocket.Builder builder = http.newWebSocketBuilder().connectTimeout(PATIENCE);
    if (token != null) builder.header("Authorization", "Bearer " + token.value());
    try {
      connection.socket = builder.buildAsync(uri, connection).join();
      return connection;
    } catch (CompletionException e) {
      if (e.getCause() instanceof WebSocketHandshakeException refused) throw problemOf(refused.getResponse());
      throw new ApiException(e.getCause());
    }
  }

  private static ProblemException problemOf(HttpResponse<?> response) {
    byte[] body = response.body() instanceof String words ? words.getBytes(StandardCharsets.UTF_8) : new byte[0];
    return ProblemException.of(response.statusCode(), response.headers(), body);
  }

  /**
   * The next message; waits for it, for as long as the gateway is heard of now and then: it pings.
   *
   * @return null when there comes none any more
   */
  String receive(Duration silence) throws InterruptedException {
    long since = System.nanoTime();
    for (; ; ) {
      long heard = Math.max(since, heardAt);
      Optional<String> message = received.poll(heard + silence.toNanos() - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (message == null && heardAt > heard) continue;
      if (message == null || message.isEmpty()) return null;
      socket.request(1);
      return message.get();
    }
  }

  /** Says something; that it was not heard shows when nothing comes any more. */
  void send(String message) {
    socket.sendText(message, true).exceptionally(failure -> null);
  }

  /** Ends it at once, without a word. */
  void cut() {
    socket.abort();
    received.add(Optional.empty());
  }

  @Override
  public void onOpen(WebSocket opened) {
    opened.request(AHEAD);
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean isLast) {
    heardAt = System.nanoTime();
    text.append(data);
    if (text.length() > MOST_CHARACTERS) {
      from.abort();
      received.add(Optional.empty());
    } else if (isLast) {
      received.add(Optional.of(text.toString()));
      text.setLength(0);
    } else {
      from.request(1);
    }
    return null;
  }

  @Override
  public CompletionStage<?> onPing(WebSocket from, ByteBuffer message) {
    heardAt = System.nanoTime();
    from.request(1);
    return null;
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    received.add(Optional.empty());
    return null;
  }

  @Override
  public void onError(WebSocket from, Throwable error) {
    received.add(Optional.empty());
  }
}
