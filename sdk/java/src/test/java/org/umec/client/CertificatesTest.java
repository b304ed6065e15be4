package org.umec.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.umec.client.ArrivalsTest.arrival;
import static org.umec.client.ArrivalsTest.nextOf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Gateways that show a certificate. */
@Timeout(30)
class CertificatesTest {
  private static final String PASSWORD = "changeit";

  private final SettableTime time = new SettableTime();
  @TempDir private Path folder;
  private WebSocketServer server;
  private SSLContext trusted;

  @BeforeEach
  void start() throws Exception {
    server = new WebSocketServer();
    trusted = selfSigned("trusted", "ip:127.0.0.1");
    server.certified = trusted;
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @Test
  void endWhatIsReadWhenTheyAreNotTrusted() throws Exception {
    SSLContext stranger = selfSigned("stranger", "ip:127.0.0.1");
    Umec umec = trusting(trusted);
    server.certified = stranger;
    assertEnds("of the token", umec.arrivals("now"));
    server.certified = trusted;
    umec.tokens().token();
    server.certified = stranger;
    assertEnds("of the page", umec.arrivals("now"));
    assertEnds("of the handshake", umec.arrivals("c0"));
  }

  @Test
  void endWhatIsReadWhenTheyAreOfAnotherHost() throws Exception {
    SSLContext elsewhere = selfSigned("elsewhere", "dns:elsewhere.example");
    server.certified = elsewhere;
    assertEnds("of the token", trusting(elsewhere).arrivals("c0"));
  }

  @Test
  void areNotInTheWayWhenTheyAreTrusted() throws Exception {
    try (Events arrivals = trusting(trusted).arrivals("now")) {
      CompletableFuture<Event> told = nextOf(arrivals);
      server.peers.take().say(arrival("c1"));
      assertEquals("c1", told.get().cursor());
    }
  }

  @Test
  void areWaitedForWhenTheyAreNeverShown() throws Exception {
    try (ServerSocket cutting = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      URI uri = URI.create("https://127.0.0.1:" + cutting.getLocalPort());
      try (Events arrivals = Umec.builder(uri, "weather", "secret").time(time).build().arrivals("now")) {
        nextOf(arrivals);
        for (int attempt = 0; attempt < 3; attempt++) {
          cutting.accept().close();
          time.pauses.take();
        }
      }
    }
  }

  private void assertEnds(String when, Events arrivals) {
    UncheckedIOException end = assertThrows(UncheckedIOException.class, arrivals::hasNext, when);
    assertInstanceOf(SSLHandshakeException.class, end.getCause(), when);
    assertFalse(arrivals.hasNext(), when);
    assertEquals(0, time.pauses.size(), when);
  }

  private Umec trusting(SSLContext context) {
    return Umec.builder(server.uri(), "weather", "secret").time(time).httpClient(HttpClient.newBuilder().sslContext(context).build()).build();
  }

  /** Shows a certificate of its own, and trusts no other. */
  private SSLContext selfSigned(String name, String subject) throws Exception {
    Path file = folder.resolve(name);
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    List<String> made = List.of("-genkeypair", "-keyalg", "EC", "-dname", "CN=gateway", "-ext", "san=" + subject);
    ProcessBuilder making = new ProcessBuilder(keytool, "-keystore", file.toString(), "-storepass", PASSWORD);
    making.command().addAll(made);
    assertEquals(0, making.start().waitFor());
    KeyStore store = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD.toCharArray());
    TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }
}
