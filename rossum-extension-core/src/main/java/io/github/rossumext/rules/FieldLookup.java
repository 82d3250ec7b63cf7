package io.github.rossumext.rules;

import io.github.rossumext.content.Container;
import io.github.rossumext.content.Datapoint;
import io.github.rossumext.content.DatapointTree;
import io.github.rossumext.content.Multivalue;
import io.github.rossumext.content.Node;
import io.github.rossumext.content.Section;
import io.github.rossumext.internal.check.DocumentFacts;
import io.github.rossumext.internal.check.ValueType;
import io.github.rossumext.internal.help.HelpTopic;
import io.github.rossumext.internal.help.Nearest;
import io.github.rossumext.schema.DatapointType;
import io.github.rossumext.schema.SchemaDatapoint;
import io.github.rossumext.schema.SchemaMultivalue;
import io.github.rossumext.schema.SchemaNode;
import io.github.rossumext.schema.SchemaTuple;
import java.util.List;
import java.util.Optional;

/**
 * Finds the field or table of a schema id. If the document does not have it, the error suggests
 * similar ids.
 */
final class FieldLookup {
  private static final String OPTIONAL =
      " Use has(…) or find(…) for a field that a queue may not have.";

  private final DatapointTree tree;
  private final DocumentFacts facts;

  FieldLookup(DatapointTree tree, DocumentFacts facts) {
    this.tree = tree;
    this.facts = facts;
  }

  /** The datapoint that is not a cell of a table or a value of a list. */
  Optional<Datapoint> field(String schemaId) {
    for (Node node : tree.bySchemaId(schemaId)) {
      if (node instanceof Datapoint datapoint && isField(datapoint)) {
        return Optional.of(datapoint);
      }
    }
    return Optional.empty();
  }

  private static boolean isField(Datapoint datapoint) {
    Container parent = datapoint.parent().orElse(null);
    return parent == null || parent instanceof Section;
  }

  /** The table or list. */
  Optional<Multivalue> multivalue(String schemaId) {
    for (Node node : tree.bySchemaId(schemaId)) {
      if (node instanceof Multivalue multivalue) {
        return Optional.of(multivalue);
      }
    }
    return Optional.empty();
  }

  /** Refuses a field or column that has another type in the schema. */
  void requireType(String schemaId, ValueType type) {
    SchemaDatapoint definition = facts.definition(schemaId);
    if (definition != null) {
      boolean isButton = definition.type().equals(DatapointType.BUTTON);
      ValueType declared = ValueType.of(definition.type());
      if (isButton || (declared != ValueType.TEXT && declared != type)) {
        throw new UnknownFieldException(
            HelpTopic.FIELD_OF_ANOTHER_KIND,
            "'"
                + schemaId
                + "' is "
                + (isButton ? "a button" : declared.named())
                + " in the schema, but was opened as "
                + type.named()
                + ".");
      }
    }
  }

  UnknownFieldException unknownField(String schemaId) {
    return unknown(
        "field", schemaId, tree.schemaIds().stream().filter(id -> field(id).isPresent()).toList());
  }

  UnknownFieldException unknownTable(String schemaId) {
    return unknown("table", schemaId, multivalues(true));
  }

  UnknownFieldException unknownList(String schemaId) {
    return unknown("list", schemaId, multivalues(false));
  }

  private List<String> multivalues(boolean tables) {
    return tree.schemaIds().stream()
        .filter(
            id ->
                multivalue(id)
                    .map(facts::multivalue)
                    .filter(known -> tables ? known.mayBeTable() : known.mayBeList())
                    .isPresent())
        .toList();
  }

  private UnknownFieldException unknown(String kind, String schemaId, List<String> others) {
    List<Node> nodes = tree.bySchemaId(schemaId);
    if (!nodes.isEmpty()) {
      return wrongKind(schemaId, kind(nodes.get(0)), "a " + kind, reader(nodes.get(0)));
    }
    SchemaNode known = facts.schema().flatMap(all -> all.bySchemaId(schemaId)).orElse(null);
    if (known != null) {
      String inside = placeInside(known);
      if (!inside.isEmpty()) {
        return wrongKind(schemaId, inside, "a " + kind, readerInside(known));
      }
      return new UnknownFieldException(
          HelpTopic.FIELD_NOT_PRESENT,
          "The schema has '" + schemaId + "', but it is not present in this document." + OPTIONAL);
    }
    return new UnknownFieldException(
        HelpTopic.UNKNOWN_FIELD,
        "The document has no "
            + kind
            + " '"
            + schemaId
            + "'. "
            + Nearest.question(schemaId, others, "It has no " + kind + "s.")
            + OPTIONAL);
  }

  /**
   * Returns the exception for an id of another kind.
   *
   * @param reader the call that reads it; {@code ""} if there is none
   */
  static UnknownFieldException wrongKind(
      String schemaId, String found, String wanted, String reader) {
    return new UnknownFieldException(
        HelpTopic.FIELD_OF_ANOTHER_KIND,
        "'"
            + schemaId
            + "' is "
            + found
            + ", not "
            + wanted
            + "."
            + (reader.isEmpty() ? "" : " Read it through " + reader + "."));
  }

  private static String call(String method, String schemaId) {
    return method + "(\"" + schemaId + "\")";
  }

  /** Returns the call that reads a node of the document; {@code ""} if there is none. */
  private String reader(Node node) {
    if (node instanceof Multivalue multivalue) {
      return call(facts.multivalue(multivalue).mayBeTable() ? "table" : "list", node.schemaId());
    }
    if (!(node instanceof Datapoint datapoint)) {
      return "";
    }
    if (isField(datapoint)) {
      return call("field", node.schemaId());
    }
    Container parent = datapoint.parent().orElseThrow();
    return parent instanceof Multivalue
        ? call("list", parent.schemaId())
        : parent.parent().map(table -> call("table", table.schemaId())).orElse("");
  }

  /** Returns the call that reads a column or value of the schema. */
  private static String readerInside(SchemaNode node) {
    SchemaNode parent = node.parent().orElseThrow();
    return parent instanceof SchemaMultivalue
        ? call("list", parent.id())
        : call("table", parent.parent().map(SchemaNode::id).orElse(parent.id()));
  }

  /**
   * Returns the kind of a column or value if the document has no row or value of it; otherwise
   * empty.
   */
  private static String placeInside(SchemaNode node) {
    SchemaNode parent = node.parent().orElse(null);
    if (parent instanceof SchemaMultivalue list && node instanceof SchemaDatapoint) {
      return valueOf(list.id());
    }
    return parent instanceof SchemaTuple row
        ? columnOf(row.parent().map(SchemaNode::id).orElse(row.id()))
        : "";
  }

  static String columnOf(String table) {
    return "a column of '" + table + "'";
  }

  private static String valueOf(String list) {
    return "a value of '" + list + "'";
  }

  static UnknownFieldException unknownColumn(String table, List<String> columns, String schemaId) {
    return new UnknownFieldException(
        columns.contains(schemaId) ? HelpTopic.FIELD_NOT_PRESENT : HelpTopic.UNKNOWN_FIELD,
        columns.contains(schemaId)
            ? "This row of '" + table + "' has no cell '" + schemaId + "', although other rows do."
            : "The table '"
                + table
                + "' has no column '"
                + schemaId
                + "'. "
                + Nearest.question(schemaId, columns, "It has no columns."));
  }

  private String kind(Node node) {
    if (node instanceof Datapoint cell) {
      Container parent = cell.parent().orElse(null);
      if (parent == null || parent instanceof Section) {
        return "a field";
      }
      // A cell's parent is its row; a value of a list has no row around it.
      return parent instanceof Multivalue
          ? valueOf(parent.schemaId())
          : columnOf(parent.parent().map(Node::schemaId).orElse(parent.schemaId()));
    }
    if (node instanceof Multivalue multivalue) {
      return facts.multivalue(multivalue).mayBeTable() ? "a table" : "a list";
    }
    return node instanceof Section
        ? "a section"
        : "a row of '" + node.parent().map(Node::schemaId).orElse("a table") + "'";
  }
}
