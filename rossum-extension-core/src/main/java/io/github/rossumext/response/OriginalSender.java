package io.github.rossumext.response;

import java.util.Objects;

/**
 * The person who wrote an e-mail that somebody else forwarded. Immutable and thread-safe; it prints
 * neither address nor name.
 *
 * @param email the address
 * @param name the name; {@code ""} if it is unknown
 */
public record OriginalSender(String email, String name) {
  /** A sender. */
  public OriginalSender {
    Objects.requireNonNull(email, "email");
    Objects.requireNonNull(name, "name");
  }

  /** Returns nothing about the person. */
  @Override
  public String toString() {
    return "OriginalSender[hidden]";
  }
}
