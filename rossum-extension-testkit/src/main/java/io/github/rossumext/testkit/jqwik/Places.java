package io.github.rossumext.testkit.jqwik;

import io.github.rossumext.schema.DatapointType;
import io.github.rossumext.schema.EditMode;
import io.github.rossumext.schema.Schema;
import io.github.rossumext.schema.SchemaDatapoint;
import io.github.rossumext.schema.SchemaMultivalue;
import io.github.rossumext.schema.SchemaNode;
import io.github.rossumext.schema.SchemaSection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The fields and tables of a schema's documents, and those that a user can reach.
 *
 * @param schema the schema
 * @param fields the fields of the sections, buttons among them
 * @param multivalues the tables and simple multivalues
 */
record Places(Schema schema, List<SchemaDatapoint> fields, List<SchemaMultivalue> multivalues) {
  static Places of(Schema schema) {
    return of(schema, id -> true);
  }

  /** Returns the places with a schema id that the document has. */
  static Places of(Schema schema, Predicate<String> isThere) {
    if (schema.sections().isEmpty()) {
      throw new IllegalArgumentException("The schema has no sections.");
    }
    List<SchemaDatapoint> fields = new ArrayList<>();
    List<SchemaMultivalue> multivalues = new ArrayList<>();
    for (SchemaSection section : schema.sections()) {
      for (SchemaNode child : section.children()) {
        if (!isThere.test(child.id())) {
          continue;
        }
        if (child instanceof SchemaDatapoint field) {
          fields.add(field);
        } else if (child instanceof SchemaMultivalue multivalue) {
          multivalues.add(multivalue);
        }
      }
    }
    return new Places(schema, List.copyOf(fields), List.copyOf(multivalues));
  }

  /** Returns the columns, or the value, of a multivalue. */
  static List<SchemaDatapoint> inside(SchemaMultivalue multivalue) {
    if (multivalue.isTable()) {
      return multivalue.columns();
    }
    return multivalue.child().orElse(null) instanceof SchemaDatapoint value
        ? List.of(value)
        : List.of();
  }

  static boolean isButton(SchemaDatapoint field) {
    return field.type().equals(DatapointType.BUTTON);
  }

  /**
   * Returns whether the options of an enum come with the document, because its schema has none to
   * choose. In a list, no option can come with a value.
   */
  static boolean getsOptions(SchemaDatapoint field) {
    return field.type().equals(DatapointType.ENUM)
        && !field.options().isEmpty()
        && field.options().stream().allMatch(option -> option.value().isEmpty())
        && field.parent().filter(SchemaMultivalue.class::isInstance).isEmpty();
  }

  /** Returns every field, column and value of the schema, buttons among them. */
  List<SchemaDatapoint> all() {
    List<SchemaDatapoint> all = new ArrayList<>(fields);
    multivalues.forEach(multivalue -> all.addAll(inside(multivalue)));
    return all;
  }

  /** Returns every field and cell that can hold a value. */
  List<Place> editable() {
    return reachable(
        field -> !isButton(field) && !field.isFormula() && !field.edit().equals(EditMode.DISABLED));
  }

  List<Place> buttons() {
    return reachable(Places::isButton);
  }

  private List<Place> reachable(Predicate<SchemaDatapoint> wanted) {
    List<Place> places = new ArrayList<>();
    fields.stream()
        .filter(wanted)
        .filter(Places::isShown)
        .forEach(field -> places.add(Place.field(field)));
    for (SchemaMultivalue multivalue : shownMultivalues()) {
      inside(multivalue).stream()
          .filter(wanted)
          .filter(Places::isShown)
          .forEach(cell -> places.add(Place.in(multivalue, cell)));
    }
    return places;
  }

  List<SchemaMultivalue> shownMultivalues() {
    return multivalues.stream()
        .filter(multivalue -> !inside(multivalue).isEmpty())
        .filter(Places::isShown)
        .toList();
  }

  private static boolean isShown(SchemaNode node) {
    return !node.isHidden() && node.parent().filter(parent -> !isShown(parent)).isEmpty();
  }
}
