package io.github.rossumext.testkit.simulator;

import io.github.rossumext.schema.SchemaDatapoint;
import io.github.rossumext.testkit.internal.document.Document;
import io.github.rossumext.testkit.internal.document.DocumentNode;
import io.github.rossumext.testkit.internal.document.DocumentSchema;
import io.github.rossumext.value.MessageType;
import java.util.ArrayList;
import java.util.List;

/**
 * Rossum's own checks of types and constraints, which run after the extensions. A failed check is
 * an error on the field.
 */
final class OwnChecks {
  private OwnChecks() {}

  static List<ShownMessage> errors(Document document) {
    List<ShownMessage> errors = new ArrayList<>();
    for (DocumentNode field : document.datapoints()) {
      String problem = field.problem();
      if (!problem.isEmpty() && !field.isHidden()) {
        errors.add(ShownMessage.of(MessageType.ERROR, problem, field, ShownMessage.Origin.ROSSUM));
      }
    }
    return errors;
  }

  /** Returns what of the schema the checks cannot read. */
  static List<String> unclear(DocumentSchema schema) {
    List<String> unclear = new ArrayList<>();
    for (SchemaDatapoint field : schema.fields()) {
      String id = field.id();
      if (!schema.field(id).hasReadablePattern()) {
        unclear.add("The pattern of '" + id + "' cannot be read; it is not checked.");
      }
      if (!schema.field(id).hasKnownFormat()) {
        unclear.add(
            "The format of '" + id + "' is unknown, so its texts are displayed in machine format.");
      }
    }
    return unclear;
  }
}
