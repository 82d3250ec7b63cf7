package io.github.rossumext.client;

import io.github.rossumext.value.Secret;
import java.util.Optional;

/** Where the token comes from. Thread-safe. */
interface Tokens {
  Token current(Transport transport, Deadline deadline);

  /** Returns a new token after Rossum refused this one; empty if the client cannot get one. */
  Optional<Token> renewed(Token refused, Transport transport, Deadline deadline);

  /** Returns what a refused token may mean, and what to do, after a blank; "" if nobody knows. */
  default String whyRefused() {
    return "";
  }

  /** A fixed token, which cannot be replaced. */
  static Tokens of(Secret secret) {
    return of(secret, "");
  }

  /** The token that came with a request. */
  static Tokens ofRequest(Secret secret) {
    return of(
        secret,
        " The token of a request ends with its response, or after ten minutes. For longer work, set"
            + " token_lifetime_s of the hook.");
  }

  private static Tokens of(Secret secret, String whyRefused) {
    Token token = Token.of(secret);
    return new Tokens() {
      @Override
      public String whyRefused() {
        return whyRefused;
      }

      @Override
      public Token current(Transport transport, Deadline deadline) {
        return token;
      }

      @Override
      public Optional<Token> renewed(Token refused, Transport transport, Deadline deadline) {
        return Optional.empty();
      }
    };
  }
}
