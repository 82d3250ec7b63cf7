package io.github.rossumext.client;

import io.github.rossumext.value.Secret;
import java.util.Optional;

/** Where the token comes from. Thread-safe. */
interface Tokens {
  Token current(Transport transport, Deadline deadline);

  /** Returns a new token after Rossum refused this one; empty if the client cannot get one. */
  Optional<Token> renewed(Token refused, Transport transport, Deadline deadline);

  /** A fixed token, which cannot be replaced. */
  static Tokens of(Secret secret) {
    Token token = Token.of(secret);
    return new Tokens() {
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
