package org.umec.client;

import java.net.URI;
import java.util.Locale;

/** Who is whom among addresses. */
final class Origins {
  private Origins() {}

  /** Whether both have the same scheme, host and port; a WebSocket begins as a request by HTTP. */
  static boolean same(URI one, URI other) {
    return of(one).equals(of(other));
  }

  /** @throws IllegalArgumentException for an address elsewhere, where the token has no business */
  static void require(URI uri, URI gateway) {
    if (!same(uri, gateway)) throw new IllegalArgumentException("expected an address at " + of(gateway) + ", found one at " + of(uri));
  }

  private static String of(URI uri) {
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT).replaceFirst("^ws", "http");
    int port = uri.getPort() != -1 ? uri.getPort() : scheme.equals("https") ? 443 : 80;
    // what Java takes for no host may still be an address, such as my_gateway
    String host = uri.getHost() == null ? uri.getRawAuthority() : uri.getHost();
    return scheme + "://" + String.valueOf(host).toLowerCase(Locale.ROOT) + ":" + port;
  }
}
