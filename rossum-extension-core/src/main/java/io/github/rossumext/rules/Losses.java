package io.github.rossumext.rules;

import io.github.rossumext.HookContext;
import io.github.rossumext.schema.SchemaDatapoint;
import org.jspecify.annotations.Nullable;

/** Finds the writes that Rossum would lose, as soon as they are made (protocol §3.4, §4.1). */
final class Losses {
  static final int MAX_VALUE_LENGTH = 1500;

  private final HookContext context;

  Losses(HookContext context) {
    this.context = context;
  }

  /** Whether a text can be a value of the field at all. */
  boolean accepts(Slot slot, @Nullable SchemaDatapoint definition, long length) {
    if (slot.isButton()) {
      return refuse(slot, "is a button, which has no value");
    }
    if (definition != null && definition.isFormula()) {
      return refuse(slot, "is computed by a formula, which would replace the value");
    }
    if (length > MAX_VALUE_LENGTH) {
      return refuse(
          slot, "takes values of up to " + MAX_VALUE_LENGTH + " characters, not " + length);
    }
    return true;
  }

  /** Reports a write that is lost. */
  boolean refuse(Slot slot, String why) {
    context.reportLoss("The field '" + slot.schemaId() + "' " + why + ".");
    return false;
  }

  /** Reports what is said on a field that has no id yet. */
  void saidOnNew(String what, Slot slot) {
    context.reportLoss(
        what
            + " on '"
            + slot.schemaId()
            + "' of a new row has nowhere to go, since Rossum gives ids to new rows in the next"
            + " event. Say it for the whole document, with the same method of ContentEditor.");
  }
}
