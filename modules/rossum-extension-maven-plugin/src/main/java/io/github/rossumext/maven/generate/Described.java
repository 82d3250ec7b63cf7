package io.github.rossumext.maven.generate;

import io.github.rossumext.schema.DatapointType;
import io.github.rossumext.schema.SchemaDatapoint;
import io.github.rossumext.schema.SchemaMultivalue;
import io.github.rossumext.schema.SchemaNode;
import io.github.rossumext.schema.UiType;

/** The Javadoc of a node: its label, its description, and what it is. */
final class Described {
  private Described() {}

  static String of(SchemaNode node) {
    String label = JavaText.sentence(node.label().isBlank() ? node.id() : node.label());
    String description =
        node instanceof SchemaDatapoint datapoint
            ? JavaText.sentence(datapoint.description().orElse(""))
            : "";
    return label + (description.isEmpty() ? "" : " " + description) + " " + kind(node);
  }

  private static String kind(SchemaNode node) {
    if (node instanceof SchemaMultivalue multivalue) {
      return multivalue.isTable() ? "A table." : "A list.";
    }
    if (!(node instanceof SchemaDatapoint datapoint)) {
      return "A section.";
    }
    return (isA(datapoint, DatapointType.NUMBER)
            ? "A number"
            : isA(datapoint, DatapointType.DATE)
                ? "A date"
                : isA(datapoint, DatapointType.ENUM)
                    ? "One of its options"
                    : isA(datapoint, DatapointType.BUTTON)
                        ? "A button"
                        : isA(datapoint, DatapointType.BOOLEAN) ? "True or False" : "A text")
        + (datapoint.isFormula()
            ? ", computed by a formula."
            : datapoint.uiType().filter(UiType.LOOKUP::equals).isPresent()
                ? ", from master data."
                : ".");
  }

  private static boolean isA(SchemaDatapoint datapoint, DatapointType type) {
    return datapoint.type().equals(type);
  }
}
