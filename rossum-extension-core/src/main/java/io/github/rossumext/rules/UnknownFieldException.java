package io.github.rossumext.rules;

import io.github.rossumext.internal.help.HelpTopic;
import io.github.rossumext.value.ExtensionException;

/**
 * A rule asks for a field that the document does not have, or for a field of another kind: most
 * often a misspelt schema id. The message names the nearest ones. Use {@code has} or {@code find}
 * for a field that a queue may not have.
 */
public final class UnknownFieldException extends ExtensionException {
  private static final long serialVersionUID = 1L;

  UnknownFieldException(HelpTopic topic, String message) {
    super(topic.link(), message);
  }
}
