package io.github.rossumext.client;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How to confirm an annotation. Mutable and not thread-safe.
 *
 * @see Annotations#confirm(long, ConfirmDraft)
 */
public final class ConfirmDraft {
  private final Map<String, Object> body = new LinkedHashMap<>();

  private ConfirmDraft() {}

  /** Creates a confirmation as a user does it. */
  public static ConfirmDraft create() {
    return new ConfirmDraft();
  }

  /** Lets the annotation go past the workflows of its queue. */
  public ConfirmDraft skipWorkflows() {
    body.put("skip_workflows", true);
    return this;
  }

  Map<String, Object> body() {
    return body;
  }
}
