package io.github.rossumext.response;

import java.util.Objects;
import java.util.OptionalLong;

/**
 * A reason why a user must see the annotation. Rossum honours it in the response to {@code
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

  /**
   * Returns a reason on a field.
   *
   * @param content the reason, as plain text
   * @param datapointId the id of the field
   */
  public static AutomationBlocker of(String content, long datapointId) {
    return new AutomationBlocker(content, OptionalLong.of(datapointId));
  }

  /** Returns the reason, as plain text. */
  public String content() {
    return content;
  }

  /** Returns the id of the field that it belongs to; empty for the whole document. */
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

  /** Where it belongs; not the reason. */
  @Override
  public String toString() {
    return "AutomationBlocker["
        + (datapointId.isPresent() ? datapointId.getAsLong() : "document")
        + "]";
  }
}
