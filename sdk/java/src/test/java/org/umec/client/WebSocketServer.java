package org.umec.client;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;

/** A WebSocket server by hand, so that connections can be cut at any time; to whoever asks for a token it gives one. */
final class WebSocketServer implements AutoCloseable {
  /** A connection that was let in. */
  record Peer(String target, Socket socket, DataInputStream in) {
    void say(String text) throws IOException {
      byte[] payload = text.getBytes(StandardCharsets.UTF_8);
      OutputStream out = socket.getOutputStream();
      out.write(0x81);
      if (payload.length < 126) out.write(payload.length);
      else out.write(new byte[] {126, (byte) (payload.length >> 8), (byte) payload.length});
      out.write(payload);
      out.flush();
    }

    /** The next text frame; a client masks what it says. */
    String hear() throws IOException {
      in.readUnsignedByte();
      byte[] mask = new byte[4];
      byte[] payload = new byte[in.readUnsignedByte() & 0x7f];
      in.readFully(mask);
      in.readFully(payload);
      for (int at = 0; at < payload.length; at++) payload[at] ^= mask[at % 4];
      return new String(payload, StandardCharsets.UTF_8);
    }

    void answer(String status, String body) throws IOException {
      write(socket, "HTTP/1.1 " + status + "\r\nConnection: close\r\nContent-Length: " + body.length() + "\r\n\r\n" + body);
      socket.close();
    }

    /** Whether the other side ends it, without a word before. */
    boolean isLeft() throws IOException {
      try {
        return in.read() == -1;
      } catch (SocketException reset) {
        return true;
      }
    }

    void cut() throws IOException {
      socket.setSoLinger(true, 0);
      socket.close();
    }
  }

  final BlockingQueue<Peer> peers = new LinkedBlockingQueue<>();
  /** What is answered instead of letting in, in turn: a status, and more headers. */
  final Queue<String> refusals = new ConcurrentLinkedQueue<>();
  /** Instead of a token. */
  final Queue<String> tokenRefusals = new ConcurrentLinkedQueue<>();
  /** Instead of a page of arrivals. */
  final Queue<String> pageRefusals = new ConcurrentLinkedQueue<>();
  /** Connections that get no answer at all, because they were refused so. */
  static final String NEVER = "never";
  final BlockingQueue<Peer> stalled = new LinkedBlockingQueue<>();
  final List<String> targets = new CopyOnWriteArrayList<>();
  final List<String> authorizations = new CopyOnWriteArrayList<>();
  /** Who it says it is to the next who come; null for no TLS. */
  volatile SSLContext certified;
  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

  WebSocketServer() throws IOException {
    Thread thread = new Thread(this::accept);
    thread.setDaemon(true);
    thread.start();
  }

  URI uri() {
    return URI.create((certified == null ? "http" : "https") + "://127.0.0.1:" + server.getLocalPort());
  }

  private void accept() {
    try {
      while (true) meet(server.accept());
    } catch (Exception e) {
      // it was closed
    }
  }

  private void meet(Socket plain) throws Exception {
    // a test that waits for what does not come is to fail
    plain.setSoTimeout(20_000);
    try {
      hear(certified == null ? plain : certified.getSocketFactory().createSocket(plain, null, true));
    } catch (SSLException e) {
      // who came did not believe it
    }
  }

  private void hear(Socket socket) throws Exception {
    DataInputStream in = new DataInputStream(socket.getInputStream());
    String head = headOf(in);
    String target = head.split(" ")[1];
    targets.add(target);
    if (target.equals("/oauth2/token")) {
      in.readNBytes(Integer.parseInt(header(head, "Content-Length")));
      answer(new Peer(target, socket, in), tokenRefusals.poll(), "{\"access_token\":\"t\",\"expires_in\":3600}");
    } else if (header(head, "Upgrade").isEmpty()) {
      answer(new Peer(target, socket, in), pageRefusals.poll(), "{\"points\":[],\"next\":\"c0\"}");
    } else if (!refusals.isEmpty()) {
      answer(new Peer(target, socket, in), refusals.poll(), "");
    } else {
      authorizations.add(header(head, "Authorization"));
      byte[] key = (header(head, "Sec-WebSocket-Key") + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII);
      String accept = Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-1").digest(key));
      write(socket, "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: " + accept + "\r\n\r\n");
      peers.add(new Peer(target, socket, in));
    }
  }

  private void answer(Peer peer, String refusal, String body) throws IOException {
    if (NEVER.equals(refusal)) {
      stalled.add(peer);
      return;
    }
    String status = refusal == null ? "200 OK" : refusal;
    peer.answer(status, body);
  }

  private static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
  }

  private static String headOf(DataInputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) head.append((char) in.readUnsignedByte());
    return head.toString();
  }

  private static String header(String head, String name) {
    for (String line : head.split("\r\n")) if (line.toLowerCase().startsWith(name.toLowerCase() + ":")) return line.substring(name.length() + 1).trim();
    return "";
  }

  /** A WebSocket of it. */
  String webSocket(String path) {
    return uri().toString().replace("http", "ws") + path;
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Peer peer : peers) peer.socket().close();
    for (Peer peer : stalled) peer.socket().close();
  }
}
