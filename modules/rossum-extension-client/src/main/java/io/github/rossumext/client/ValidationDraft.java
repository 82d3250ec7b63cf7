package io.github.rossumext.client;

import io.github.rossumext.payload.HookAction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a check of a content is about. Mutable and not thread-safe.
 *
 * @see Annotations#validate(long, ValidationDraft)
 */
public final class ValidationDraft {
  private final List<String> actions = new ArrayList<>(List.of(HookAction.USER_UPDATE.value()));
  private final List<Long> updated = new ArrayList<>();

  private ValidationDraft() {}

  /** Creates a check that sends {@code user_update} to the hooks, without fields that changed. */
  public static ValidationDraft create() {
    return new ValidationDraft();
  }

  /**
   * Sends this action to the hooks, too.
   *
   * @param action {@link HookAction#UPDATED} or {@link HookAction#STARTED}
   * @throws IllegalArgumentException if it is another one, or the second one
   */
  public ValidationDraft action(HookAction action) {
    if (!action.isOneOf(HookAction.UPDATED, HookAction.STARTED) || actions.size() > 1) {
      throw new IllegalArgumentException(
          "A check sends user_update, and one of updated and started with it, but the action was "
              + action
              + ".");
    }
    actions.add(action.value());
    return this;
  }

  /** Says which fields changed. The hooks get these ids as {@code updated_datapoints}. */
  public ValidationDraft updatedDatapoints(long... ids) {
    Arrays.stream(ids).forEach(updated::add);
    return this;
  }

  Map<String, Object> body() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("actions", actions);
    if (!updated.isEmpty()) {
      body.put("updated_datapoint_ids", updated);
    }
    return body;
  }
}
