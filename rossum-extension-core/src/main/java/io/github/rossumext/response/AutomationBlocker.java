package io.github.rossumext.response;

import java.util.OptionalLong;

/**
 * A reason why the annotation must be seen by a user (protocol §4.1); Rossum honours it in the
 * answer to {@code initialize}. Immutable and thread-safe.
 *
 * @param content the reason, as plain text
 * @param datapointId the id of the field that it belongs to; empty for the whole document
 */
public record AutomationBlocker(String content, OptionalLong datapointId) {
  /** A reason for the whole document. */
  public static AutomationBlocker of(String content) {
    return new AutomationBlocker(content, OptionalLong.empty());
  }

  /** The same reason on a field. */
  public AutomationBlocker on(long id) {
    return new AutomationBlocker(content, OptionalLong.of(id));
  }
}
