package io.github.rossumext;

import io.github.rossumext.internal.help.HelpTopic;
import io.github.rossumext.value.Secret;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds secrets that cannot be right, or are easy to guess, when an endpoint is built. A secret
 * with an invisible character at its end would otherwise be a 401 for every request.
 */
final class HookSecrets {
  private static final Logger LOG = LoggerFactory.getLogger(HookEndpoint.class);

  /** 128 bits of a text that is as random as it can be have a few more characters. */
  private static final int SHORT = 16;

  private static final int BYTE_ORDER_MARK = 0xFEFF;

  private HookSecrets() {}

  /**
   * Checks the secrets of an endpoint.
   *
   * @throws IllegalStateException if one begins or ends with a character that nobody sees
   */
  static void check(List<Secret> secrets) {
    for (Secret secret : secrets) {
      String text = secret.reveal();
      requireVisible(text.codePointAt(0), "begins");
      requireVisible(text.codePointBefore(text.length()), "ends");
      if (!text.equals(text.strip())) {
        LOG.warn(
            "secret begins or ends with a blank hint=\"{}\"",
            "Remove it, unless config.secret of the hook has it too.");
      }
      if (text.codePointCount(0, text.length()) < SHORT) {
        LOG.warn("secret is short hint=\"{}\"", "Use at least 32 random characters.");
      }
    }
  }

  private static void requireVisible(int character, String where) {
    switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          throw new IllegalStateException(
              HelpTopic.SECRET_WITH_AN_INVISIBLE_END.explain(
                  "The secret of the endpoint "
                      + where
                      + " with an invisible character, U+"
                      + String.format("%04X", character)
                      + ". "
                      + advice(character, where)));
      default -> {
        // It can be seen.
      }
    }
  }

  private static String advice(int character, String where) {
    boolean isAtEnd = where.equals("ends");
    if (isAtEnd && (character == '\n' || character == '\r')) {
      return "Remove it, or read the secret with Secret.fromEnv or Secret.fromFile, which leave out"
          + " line breaks at the end.";
    }
    if (!isAtEnd && character == BYTE_ORDER_MARK) {
      return "Remove it, or read the secret with Secret.fromFile, which leaves out a byte order"
          + " mark.";
    }
    return "Remove it from the " + (isAtEnd ? "end" : "start") + " of the secret.";
  }
}
