package org.umec.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** What answers in the place of a gateway; its tokens are t1, t2 and so on. */
final class Gateway implements AutoCloseable {
  /** What was asked, with the {@code Authorization} that it came with. */
  record Asked(String line, String authorization, String body) {}

  record Answer(int status, Map<String, String> headers, byte[] body) {
    Answer(int status, Map<String, String> headers, String body) {
      this(status, headers, body.getBytes(StandardCharsets.UTF_8));
    }

    static Answer json(String body) {
      return new Answer(200, Map.of("Content-Type", "application/json"), body);
    }

    static Answer problem(int status, String body) {
      return new Answer(status, Map.of("Content-Type", "application/problem+json"), body);
    }

    static Answer invalidToken() {
      String challenge = "Bearer error=\"invalid_token\"";
      return new Answer(401, Map.of("WWW-Authenticate", challenge), "{\"status\":401,\"title\":\"unauthorized\",\"detail\":\"it has ended\"}");
    }
  }

  interface Answering {
    Answer answer(Asked asked);
  }

  final List<Asked> asked = new CopyOnWriteArrayList<>();
  private final AtomicInteger tokens = new AtomicInteger();
  private final HttpServer server;

  Gateway(Answering answering) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", exchange -> send(exchange, answering.answer(read(exchange))));
    server.createContext(
        "/oauth2/token",
        exchange -> {
          read(exchange);
          String token = "t" + tokens.incrementAndGet();
          send(exchange, Answer.json("{\"access_token\":\"" + token + "\",\"token_type\":\"Bearer\",\"expires_in\":3600}"));
        });
    server.start();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  int tokensGiven() {
    return tokens.get();
  }

  /** Requests to a path, save those for tokens. */
  List<Asked> askedFor(String path) {
    return asked.stream().filter(one -> one.line().contains(" " + path)).toList();
  }

  private Asked read(HttpExchange exchange) throws IOException {
    String line = exchange.getRequestMethod() + " " + exchange.getRequestURI();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
    Asked one = new Asked(line, exchange.getRequestHeaders().getFirst("Authorization"), body);
    asked.add(one);
    return one;
  }

  private static void send(HttpExchange exchange, Answer answer) throws IOException {
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
    exchange.getResponseBody().write(answer.body());
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
