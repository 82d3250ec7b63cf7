package io.github.rossumext.rules;

import io.github.rossumext.internal.help.HelpTopic;
import io.github.rossumext.value.ExtensionException;

/**
 * An exception for a schema id that the document does not have, or that is of another kind, such as
 * a table instead of a field. Most often, the schema id is misspelt. The message names the nearest
 * ids. Use {@code has} or {@code find} for a field that a queue may not have.
 */
public final class UnknownFieldException extends ExtensionException {
  private static final long serialVersionUID = 1L;

  UnknownFieldException(HelpTopic topic, String message) {
    super(topic.link(), message);
  }
}
