package io.github.rossumext.testkit.jqwik;

import io.github.rossumext.schema.SchemaDatapoint;
import io.github.rossumext.schema.SchemaMultivalue;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.testkit.simulator.SimulatedField;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A field of a document, or a cell or value that the document may have.
 *
 * @param definition the definition in the schema
 * @param multivalue the id of the table or simple multivalue around it; {@code ""} if there is none
 * @param isCell whether it is in a table
 * @param index the index of its row or value, from 0
 */
record Place(SchemaDatapoint definition, String multivalue, boolean isCell, int index) {
  static Place field(SchemaDatapoint definition) {
    return new Place(definition, "", false, 0);
  }

  static Place in(SchemaMultivalue multivalue, SchemaDatapoint definition) {
    return new Place(definition, multivalue.id(), multivalue.isTable(), 0);
  }

  boolean isInMultivalue() {
    return !multivalue.isEmpty();
  }

  Place at(int other) {
    return new Place(definition, multivalue, isCell, other);
  }

  /** The same in the first row or value, unless it is there. */
  Stream<Place> nearer() {
    return index == 0 ? Stream.of() : Stream.of(at(0));
  }

  /**
   * Returns the field of the open document; empty if the document does not have the row or value
   * now.
   */
  Optional<SimulatedField> find(RossumSimulator rossum) {
    return rossum.findField(path());
  }

  /** Returns the path. */
  String path() {
    if (!isInMultivalue()) {
      return definition.id();
    }
    return multivalue + "[" + index + "]" + (isCell ? "." + definition.id() : "");
  }
}
