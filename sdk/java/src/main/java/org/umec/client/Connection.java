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
import java.util.concurrent.CompletableFuture;
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

  /** An empty one is the end. */
  private final BlockingQueue<Optional<String>> received = new LinkedBlockingQueue<>();
  private final StringBuilder text = new StringBuilder();
  private volatile WebSocket socket;
  private volatile boolean isCut;
  private volatile long heardAt = System.nanoTime();

  /**
   * Begins to open it.
   *
   * @param tokens to be let in with
   * @return when it is open; fails with a ProblemException when the gateway does not let it in, and with an IOException when it does not
   *     answer
   */
  CompletableFuture<Void> open(HttpClient http, URI uri, Tokens tokens, Duration patience) {
    URI address = URI.create(uri.toString().replaceFirst("^(?i:http)", "ws"));
    return Steps.then(
        tokens.with(
            token -> Steps.within(patience, refusal(http, address, token)),
            (refused, token) -> Steps.within(patience, refusal(http, address, token))),
        refusal -> refusal == null ? CompletableFuture.completedFuture(null) : CompletableFuture.failedFuture(problemOf(refusal)));
  }

  /** What the gateway answers when it does not let in; null when it does. */
  private CompletableFuture<HttpResponse<?>> refusal(HttpClient http, URI uri, Token token) {
    CompletableFuture<WebSocket> handshake =
        http.newWebSocketBuilder().header("Authorization", "Bearer " + token.value()).buildAsync(uri, this);
    CompletableFuture<HttpResponse<?>> refusal = new CompletableFuture<>();
    handshake.whenComplete(
        (opened, failure) -> {
          Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
          if (cause == null) refusal.complete(null);
          else if (cause instanceof WebSocketHandshakeException refused) refusal.complete(refused.getResponse());
          else refusal.completeExceptionally(cause);
        });
    refusal.whenComplete((answer, failure) -> handshake.cancel(true));
    return refusal;
  }

  private static ProblemException problemOf(HttpResponse<?> response) {
    byte[] body = response.body() instanceof String words ? words.getBytes(StandardCharsets.UTF_8) : new byte[0];
    return ProblemException.of(response, body);
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

  /** Ends it at once, without a word; also one that is still to be opened. */
  void cut() {
    isCut = true;
    if (socket != null) socket.abort();
    received.add(Optional.empty());
  }

  @Override
  public void onOpen(WebSocket opened) {
    socket = opened;
    if (isCut) opened.abort();
    else opened.request(AHEAD);
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
