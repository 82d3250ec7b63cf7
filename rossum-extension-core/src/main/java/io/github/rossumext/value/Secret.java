package io.github.rossumext.value;

import io.github.rossumext.internal.help.HelpTopic;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * A text that must stay hidden, such as the secret of a hook, a token or a password. Its {@code
 * toString()} hides the text. Only {@link #reveal()} returns it. Immutable and thread-safe.
 */
public final class Secret {
  private final String text;

  private Secret(String text) {
    this.text = text;
  }

  /**
   * Returns a secret of this text.
   *
   * @throws IllegalArgumentException if it is blank, because a blank secret protects nothing
   */
  public static Secret of(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException(
          "A secret must not be blank. Use the text that the other side has, too.");
    }
    return new Secret(text);
  }

  /**
   * Returns a secret from an environment variable.
   *
   * @param variable the variable's name
   * @throws IllegalStateException if the variable is missing or blank; the message names it
   */
  public static Secret fromEnv(String variable) {
    String text = System.getenv(variable);
    if (text == null || text.isBlank()) {
      throw new IllegalStateException(
          HelpTopic.MISSING_ENVIRONMENT_VARIABLE.explain(
              "The environment variable "
                  + variable
                  + " is "
                  + (text == null ? "not set" : "blank")
                  + ". Set it to the secret of the hook (config.secret in Rossum)."));
    }
    return new Secret(text);
  }

  /** Returns the text. Keep it out of logs and messages. */
  public String reveal() {
    return text;
  }

  /** Compares in constant time, so that the time does not reveal where the texts differ. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Secret that
        && MessageDigest.isEqual(
            text.getBytes(StandardCharsets.UTF_8), that.text.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** Returns the same text for every secret. */
  @Override
  public String toString() {
    return "Secret[hidden]";
  }
}
