package io.github.rossumext;

import io.github.rossumext.internal.help.HelpTopic;
import io.github.rossumext.value.ExtensionException;

/**
 * An exception for a part of a response that Rossum would silently lose. It is thrown under {@link
 * LossyWrites#REFUSE}. The message names the field and the reason, not the value.
 */
public final class LossyWriteException extends ExtensionException {
  private static final long serialVersionUID = 1L;

  LossyWriteException(String message) {
    super(HelpTopic.LOSSY_WRITE.link(), message);
  }
}
