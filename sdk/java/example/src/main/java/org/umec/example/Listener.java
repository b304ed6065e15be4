package org.umec.example;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.umec.client.Notification;

/** Where the gateway posts notifications to. */
final class Listener implements AutoCloseable {
  private static final int MOST_BYTES = 1024 * 1024;

  private final BlockingQueue<Notification> received = new LinkedBlockingQueue<>();
  private final HttpServer server;

  Listener() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/notifications", this::receive);
    server.start();
  }

  String uri() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/notifications";
  }

  /** The next notification whose value is of a class; others are dropped. */
  <T> T next(Class<T> type) throws InterruptedException, TimeoutException {
    for (; ; ) {
      Notification notification = received.poll(30, TimeUnit.SECONDS);
      if (notification == null) throw new TimeoutException("no " + type.getSimpleName() + " within 30 s");
      if (type.isInstance(notification.value())) return type.cast(notification.value());
    }
  }

  /** 204 says that it was received; whatever else, and the gateway sends it again. */
  private void receive(HttpExchange exchange) throws IOException {
    try {
      byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES);
      received.add(Notification.parse(new String(body, StandardCharsets.UTF_8)));
      exchange.sendResponseHeaders(204, -1);
    } catch (IllegalArgumentException e) {
      exchange.sendResponseHeaders(400, -1);
    } finally {
      exchange.close();
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
