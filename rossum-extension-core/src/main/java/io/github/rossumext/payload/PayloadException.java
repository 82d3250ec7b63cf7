package io.github.rossumext.payload;

import io.github.rossumext.internal.help.Access;
import io.github.rossumext.internal.help.HelpTopic;
import io.github.rossumext.value.ExtensionException;

/**
 * An exception for a body that is not a payload of Rossum, or that lacks something that the
 * response needs. The message says what is wrong, and never quotes the body.
 */
public final class PayloadException extends ExtensionException {
  private static final long serialVersionUID = 1L;

  static {
    Access.open(String.class, PayloadException.class, PayloadException::new);
  }

  PayloadException(String message) {
    super(HelpTopic.NOT_AN_EVENT.link(), message);
  }
}
