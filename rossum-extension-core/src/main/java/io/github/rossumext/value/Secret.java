package io.github.rossumext.value;

import io.github.rossumext.internal.help.HelpTopic;
import io.github.rossumext.internal.help.Printable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A text that must stay hidden, such as the secret of a hook, a token or a password. Its {@code
 * toString()} hides the text. Only {@link #reveal()} returns it. Immutable and thread-safe.
 */
public final class Secret {
  private static final Logger LOG = LoggerFactory.getLogger(Secret.class);

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
          "A secret must not be blank. For a hook, use its config.secret in Rossum.");
    }
    return new Secret(text);
  }

  /**
   * Returns a secret from an environment variable. Line breaks at its end are left out, and a
   * warning in the log says so: a variable that was filled from a file often ends with one.
   *
   * @param variable the variable's name
   * @throws IllegalStateException if the variable is missing or blank; the message names it
   */
  public static Secret fromEnv(String variable) {
    return ofVariable(variable, System.getenv(variable));
  }

  static Secret ofVariable(String variable, @Nullable String text) {
    if (text == null || text.isBlank()) {
      throw new IllegalStateException(
          HelpTopic.MISSING_ENVIRONMENT_VARIABLE.explain(
              "The environment variable "
                  + variable
                  + " is "
                  + (text == null ? "not set" : "blank")
                  + ". Set it to the secret of the hook (config.secret in Rossum)."));
    }
    return withoutLineBreak(text, "variable", variable);
  }

  /**
   * Returns a secret from a file in UTF-8, such as one that Kubernetes mounts. A byte order mark
   * and line breaks at the end are left out; for line breaks, a warning in the log says so.
   *
   * @throws IllegalStateException if the file cannot be read or is blank; the message names it
   */
  public static Secret fromFile(Path file) {
    String text;
    try {
      text = Files.readString(file);
    } catch (IOException e) {
      throw new IllegalStateException(
          HelpTopic.UNREADABLE_SECRET_FILE.explain(
              "The file of the secret, "
                  + file
                  + ", cannot be read as a text in UTF-8 ("
                  + e.getClass().getSimpleName()
                  + "). Check its path and who may read it."),
          e);
    }
    String unmarked = text.startsWith("\ufeff") ? text.substring(1) : text;
    if (unmarked.isBlank()) {
      throw new IllegalStateException(
          HelpTopic.UNREADABLE_SECRET_FILE.explain(
              "The file of the secret, "
                  + file
                  + ", is blank. Write the secret of the hook into it (config.secret in Rossum)."));
    }
    return withoutLineBreak(unmarked, "file", file.toString());
  }

  private static Secret withoutLineBreak(String text, String kind, String source) {
    int end = text.length();
    while (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r') {
      end--;
    }
    if (end < text.length()) {
      LOG.warn(
          "secret ends with a line break, which is left out {}={}", kind, Printable.quoted(source));
    }
    return new Secret(text.substring(0, end));
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
