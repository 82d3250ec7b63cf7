package io.github.rossumext.payload;

import io.github.rossumext.internal.help.HelpTopic;
import io.github.rossumext.value.ExtensionException;

/**
 * A body that is not a hook payload of Rossum's (protocol §3), or one that lacks what an answer
 * needs. The message says what is wrong and never quotes the body.
 */
public final class PayloadException extends ExtensionException {
  private static final long serialVersionUID = 1L;

  /** What is wrong with the body. */
  public PayloadException(String message) {
    super(HelpTopic.NOT_AN_EVENT, message);
  }
}
