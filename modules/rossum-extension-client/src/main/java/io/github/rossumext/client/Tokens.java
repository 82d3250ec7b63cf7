package io.github.rossumext.client;

import io.github.rossumext.value.Secret;
import java.util.Optional;

/** Where the token comes from. Thread-safe. */
interface Tokens {
  Secret current(Transport transport, Deadline deadline);

  /** Returns a new token after Rossum refused this one; empty if the client cannot get one. */
  Optional<Secret> renewed(Secret refused, Transport transport, Deadline deadline);

  /** A fixed token, which cannot be replaced. */
  static Tokens of(Secret token) {
    return new Tokens() {
      private final Secret checked = checked(token);

      @Override
      public Secret current(Transport transport, Deadline deadline) {
        return checked;
      }

      @Override
      public Optional<Secret> renewed(Secret refused, Transport transport, Deadline deadline) {
        return Optional.empty();
      }
    };
  }

  /** The same token, if it can be a header. The JDK's own exception would show it. */
  static Secret checked(Secret token) {
    if (!token.reveal().chars().allMatch(c -> c > ' ' && c < 127)) {
      throw new IllegalArgumentException(
          "A token must consist of printable ASCII characters without blanks.");
    }
    return token;
  }
}
