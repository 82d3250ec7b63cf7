package io.github.rossumext.edit;

import io.github.rossumext.LossyWrites;
import io.github.rossumext.content.Datapoint;
import io.github.rossumext.value.Option;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the writes that Rossum would lose, and refuses or drops them (protocol §3.4, §4.1). */
final class Losses {
  static final int MAX_VALUE_LENGTH = 1500;

  private static final Logger LOG = LoggerFactory.getLogger(ContentEditor.class);

  private static final String DROPPED = "Rossum would lose the write, so it is not sent";

  private final LossyWrites setting;
  private final String requestId;

  Losses(LossyWrites setting, String requestId) {
    this.setting = setting;
    this.requestId = requestId;
  }

  /** Whether a text can be a value of the datapoint at all. */
  boolean accepts(Datapoint datapoint, int length) {
    if (datapoint.isButton()) {
      report(datapoint, "is a button, which has no value", DROPPED);
      return false;
    }
    if (length > MAX_VALUE_LENGTH) {
      report(
          datapoint,
          "takes values of up to " + MAX_VALUE_LENGTH + " characters, not " + length,
          DROPPED);
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
      report(datapoint, "got options that its present value is not among", "They are sent");
      return edit;
    }
    report(datapoint, "got a value that is not among its options", DROPPED);
    return edit.withoutValue();
  }

  private static boolean isAmong(List<Option> options, String value) {
    return options.stream().anyMatch(option -> option.value().equalsIgnoreCase(value));
  }

  private void report(Datapoint datapoint, String what, String consequence) {
    LossyWriteException loss =
        new LossyWriteException("The field '" + datapoint.schemaId() + "' " + what + ".");
    if (setting == LossyWrites.REFUSE) {
      throw loss;
    }
    LOG.warn("{} {} (request {}).", loss.getMessage(), consequence, requestId);
  }
}
