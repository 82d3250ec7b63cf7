package io.github.rossumext.playground;

import com.sun.net.httpserver.HttpExchange;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Lets only the page of this playground in. Another site in the same browser reaches the server,
 * too: by a request of its own, or through a name that it lets lead to the loopback address. Its
 * {@code Origin} or {@code Host} then names it. Thread-safe.
 */
final class Guard {
  /** The header with the token. An {@code EventSource} has no headers: it sends a parameter. */
  static final String HEADER = "X-Playground-Token";

  private static final String PARAMETER = "token=";

  private static final int TOKEN_BYTES = 32;

  private final Set<String> hosts;
  private final String token;

  private Guard(Set<String> hosts, String token) {
    this.hosts = hosts;
    this.token = token;
  }

  /** Returns a guard with a new token. */
  static Guard ofPort(int port) {
    byte[] random = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(random);
    return new Guard(
        Set.of("127.0.0.1:" + port, "localhost:" + port),
        Base64.getUrlEncoder().withoutPadding().encodeToString(random));
  }

  String token() {
    return token;
  }

  /** Returns whether a request is to this server and not from another site. */
  boolean isOfThisSite(HttpExchange exchange) {
    List<String> host = headers(exchange, "Host");
    return host.size() == 1
        && hosts.contains(host.get(0))
        && headers(exchange, "Origin").stream().allMatch(this::isOwn);
  }

  private boolean isOwn(String origin) {
    return hosts.stream().anyMatch(host -> origin.equals("http://" + host));
  }

  /**
   * Returns whether a request has the token in its header. That of an {@code EventSource} may have
   * it as the parameter instead.
   */
  boolean hasToken(HttpExchange exchange) {
    List<String> sent = headers(exchange, HEADER);
    String query = Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), "");
    boolean mayBeParameter =
        exchange.getRequestURI().getPath().equals(Api.EVENTS) && query.startsWith(PARAMETER);
    String given =
        sent.size() == 1 ? sent.get(0) : mayBeParameter ? query.substring(PARAMETER.length()) : "";
    return MessageDigest.isEqual(
        given.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> headers(HttpExchange exchange, String name) {
    return exchange.getRequestHeaders().getOrDefault(name, List.of());
  }

  /** Does not print the token. */
  @Override
  public String toString() {
    return "Guard" + hosts;
  }
}
