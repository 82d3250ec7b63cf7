package io.github.rossumext.response;

import java.util.Objects;

/**
 * Who wrote an e-mail that somebody else forwarded, as an extension found out. Immutable and
 * thread-safe; it prints neither address nor name.
 *
 * @param email the address
 * @param name the name; {@code ""} if it is not known
 */
public record OriginalSender(String email, String name) {
  /** A sender. */
  public OriginalSender {
    Objects.requireNonNull(email, "email");
    Objects.requireNonNull(name, "name");
  }

  /** Nothing of the person. */
  @Override
  public String toString() {
    return "OriginalSender[hidden]";
  }
}
