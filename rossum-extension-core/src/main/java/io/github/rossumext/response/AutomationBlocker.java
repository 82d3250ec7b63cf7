package io.github.rossumext.response;

import java.util.Objects;
import java.util.OptionalLong;

/**
 * A reason why a user must see the annotation. Rossum reads it in the response to {@code
 * initialize}. Immutable and thread-safe.
 *
 * @see <a
 *     href="https://github.com/rossumext/rossum-extension/blob/main/docs/protocol.md#responses-to-content-events">The
 *     protocol: responses to content events</a>
 */
public final class AutomationBlocker {
  private final String content;
  private final OptionalLong datapointId;

  private AutomationBlocker(String content, OptionalLong datapointId) {
    this.content = Objects.requireNonNull(content, "content");
    this.datapointId = datapointId;
  }

  /**
   * Returns a reason for the whole document.
   *
   * @param content the reason, as plain text
   */
  public static AutomationBlocker of(String content) {
    return new AutomationBlocker(content, OptionalLong.empty());
  }

  /** Returns a copy for the field with this id. */
  public AutomationBlocker withDatapoint(long id) {
    return new AutomationBlocker(content, OptionalLong.of(id));
  }

  /** Returns the reason, as plain text. */
  public String content() {
    return content;
  }

  /** Returns the id of the field; empty for the whole document. */
  public OptionalLong datapointId() {
    return datapointId;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AutomationBlocker that
        && content.equals(that.content)
        && datapointId.equals(that.datapointId);
  }

  @Override
  public int hashCode() {
    return Objects.hash(content, datapointId);
  }

  /** Returns the id of the field, and not the reason. */
  @Override
  public String toString() {
    return "AutomationBlocker["
        + (datapointId.isPresent() ? datapointId.getAsLong() : "document")
        + "]";
  }
}
