package io.github.rossumext.testkit.internal.api;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The users with their passwords, the tokens that were issued, and how many requests each made. */
final class Tokens {
  /** The longest lifetime of a token, 162 hours. */
  static final Duration LONGEST = Duration.ofHours(162);

  private static final AtomicLong ISSUED = new AtomicLong();

  private final Supplier<Clock> clock;
  private final Consumer<Duration> pass;
  private final Map<String, Token> tokens = new HashMap<>();
  private final Map<String, Login> logins = new HashMap<>();
  private double perSecond;
  private int burst;

  private record Login(String password, Caller caller) {}

  /** A token, with a bucket of requests. */
  private static final class Token {
    final Caller caller;
    final Instant end;
    double left;
    Instant filled;
    // The pause that the last refusal asked for, in real time; 0 if the client waited for it.
    long pause;
    long refused;

    Token(Caller caller, Instant end, double left, Instant filled) {
      this.caller = caller;
      this.end = end;
      this.left = left;
      this.filled = filled;
    }
  }

  /**
   * Creates a store without tokens.
   *
   * @param pass lets time pass on the clock
   */
  Tokens(Supplier<Clock> clock, Consumer<Duration> pass) {
    this.clock = clock;
    this.pass = pass;
  }

  private Instant now() {
    return clock.get().instant();
  }

  /** Limits the requests of each token from now on. */
  void limit(int most, double refill) {
    burst = most;
    perSecond = refill;
    tokens.values().forEach(token -> token.left = most);
  }

  void addLogin(String user, String password, Caller caller) {
    logins.put(user, new Login(password, caller));
  }

  /**
   * Returns a new token. No other stub of the process has it, because clients may count the
   * requests of each token.
   */
  String issue(Caller caller, Duration lifetime) {
    long number = ISSUED.incrementAndGet();
    String key =
        HexFormat.of().toHexDigits((int) (0x5bd1e995 * number))
            + HexFormat.of().toHexDigits(number * 0x9e3779b97f4a7c15L)
            + "stubtoken";
    tokens.put(key, new Token(caller, now().plus(lifetime), burst, now()));
    return key;
  }

  void revoke(String key) {
    tokens.remove(key);
  }

  Optional<Caller> login(String user, String password) {
    return Optional.ofNullable(logins.get(user))
        .filter(login -> login.password().equals(password))
        .map(Login::caller);
  }

  /** Returns the key of a header {@code Authorization}; {@code ""} for another kind of header. */
  static String key(String header) {
    int space = header.indexOf(' ');
    String scheme = space < 0 ? "" : header.substring(0, space);
    return scheme.equalsIgnoreCase("bearer") || scheme.equalsIgnoreCase("token")
        ? header.substring(space + 1).strip()
        : "";
  }

  /** Returns the user of a header {@code Authorization} whose token is valid. */
  Optional<Caller> of(String header) {
    Token token = tokens.get(key(header));
    return token == null || !token.end.isAfter(now())
        ? Optional.empty()
        : Optional.of(token.caller);
  }

  /** Returns the user of a header with user name and password, which a few paths accept. */
  Optional<Caller> basic(String header) {
    if (!header.regionMatches(true, 0, "basic ", 0, 6)) {
      return Optional.empty();
    }
    try {
      String pair =
          new String(
              Base64.getDecoder().decode(header.substring(6).strip()), StandardCharsets.UTF_8);
      int end = pair.indexOf(':');
      return end < 0 ? Optional.empty() : login(pair.substring(0, end), pair.substring(end + 1));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Takes one request out of the token's bucket; returns the seconds to wait, or 0. */
  long take(String header) {
    Token token = tokens.get(key(header));
    if (perSecond <= 0 || token == null) {
      return 0;
    }
    passPause(token);
    Instant now = now();
    double passed = Duration.between(token.filled, now).toNanos() / 1e9;
    token.left = Math.min(burst, token.left + passed * perSecond);
    token.filled = now;
    if (token.left < 1) {
      long seconds = Math.max(1, (long) Math.ceil((1 - token.left) / perSecond));
      token.pause = Duration.ofSeconds(seconds).toNanos();
      token.refused = System.nanoTime();
      return seconds;
    }
    token.left--;
    return 0;
  }

  /** Lets the pause of a client that waited as it was told pass on the clock, too. */
  private void passPause(Token token) {
    if (token.pause > 0 && System.nanoTime() - token.refused >= token.pause) {
      pass.accept(Duration.ofNanos(token.pause));
      token.pause = 0;
    }
  }
}
