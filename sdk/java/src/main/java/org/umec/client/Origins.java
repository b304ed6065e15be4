package org.umec.client;

import java.net.URI;

/** Who is whom among addresses. */
final class Origins {
  private Origins() {}

  /** Whether both have the same scheme, host and port. */
  static boolean same(URI one, URI other) {
    return scheme(one).equals(scheme(other)) && host(one).equals(host(other)) && port(one) == port(other);
  }

  /** A WebSocket begins as a request by HTTP. */
  static URI asHttp(URI uri) {
    return URI.create(uri.toString().replaceFirst("^(?i:ws)", "http"));
  }

  private static String scheme(URI uri) {
    return String.valueOf(uri.getScheme()).toLowerCase(java.util.Locale.ROOT);
  }

  private static String host(URI uri) {
    return String.valueOf(uri.getHost()).toLowerCase(java.util.Locale.ROOT);
  }

  private static int port(URI uri) {
    if (uri.getPort() != -1) return uri.getPort();
    return scheme(uri).equals("https") ? 443 : 80;
  }
}
