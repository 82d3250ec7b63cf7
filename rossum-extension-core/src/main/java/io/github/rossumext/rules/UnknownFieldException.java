package io.github.rossumext.rules;

import io.github.rossumext.internal.help.HelpTopic;
import io.github.rossumext.value.ExtensionException;

/**
 * An exception for a schema id that the document does not have in this kind or type: the id is
 * unknown, or it belongs to another kind, such as a table instead of a field, or the field has
 * another type in the schema. Most often, the id is misspelt. The message names the nearest ids.
 * Use {@code has} or {@code find} for a field that a queue may not have.
 */
public final class UnknownFieldException extends ExtensionException {
  private static final long serialVersionUID = 1L;

  UnknownFieldException(HelpTopic topic, String message) {
    super(topic.link(), message);
  }
}
