package io.github.rossumext.payload;

import io.github.rossumext.internal.access.Access;
import io.github.rossumext.internal.help.HelpTopic;
import io.github.rossumext.value.ExtensionException;

/**
 * A body that is not a payload of Rossum's, or that lacks what a response needs. The message says
 * what is wrong and never quotes the body.
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
