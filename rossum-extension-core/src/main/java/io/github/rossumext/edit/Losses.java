package io.github.rossumext.edit;

import io.github.rossumext.HookContext;
import io.github.rossumext.content.Datapoint;
import io.github.rossumext.value.Option;
import java.util.List;

/** Finds the writes that Rossum would lose, and refuses or drops them (protocol §3.4, §4.1). */
final class Losses {
  static final int MAX_VALUE_LENGTH = 1500;

  private final HookContext context;

  Losses(HookContext context) {
    this.context = context;
  }

  /** Whether a text can be a value of the datapoint at all. */
  boolean accepts(Datapoint datapoint, int length) {
    if (datapoint.isButton()) {
      report(datapoint, "is a button, which has no value");
      return false;
    }
    if (length > MAX_VALUE_LENGTH) {
      report(datapoint, "takes values of up to " + MAX_VALUE_LENGTH + " characters, not " + length);
      return false;
    }
    return true;
  }

  /** The edit after the rules have run: without a value that is not among the options. */
  FieldEdit checked(Datapoint datapoint, FieldEdit edit) {
    if (edit.value() == null && edit.options() == null) {
      return edit;
    }
    List<Option> options =
        edit.options() != null ? edit.options() : datapoint.options().orElse(null);
    String value = edit.value() != null ? edit.value() : datapoint.text();
    if (options == null || value.isEmpty() || isAmong(options, value)) {
      return edit;
    }
    if (edit.value() == null) {
      // The options are no loss: the user needs them to choose another value.
      report(datapoint, "got options that its present value is not among");
      return edit;
    }
    report(datapoint, "got a value that is not among its options");
    return edit.withoutValue();
  }

  private static boolean isAmong(List<Option> options, String value) {
    return options.stream().anyMatch(option -> option.value().equalsIgnoreCase(value));
  }

  private void report(Datapoint datapoint, String what) {
    context.reportLoss("The field '" + datapoint.schemaId() + "' " + what + ".");
  }
}
