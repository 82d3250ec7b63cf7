package io.github.rossumext.schema;

import io.github.rossumext.content.Category;
import io.github.rossumext.internal.help.Access;
import io.github.rossumext.internal.json.ExpectedKeys;
import io.github.rossumext.internal.json.JsonCursor;
import io.github.rossumext.internal.json.JsonSlice;
import io.github.rossumext.value.RawJson;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads a schema in one pass. It decodes what the editor needs of a node at every edit, and leaves
 * the rest for later, because a rule reads a few of hundreds.
 */
final class SchemaReader {
  /** What all nodes have. */
  record Common(RawJson raw, String id, Category category, boolean isHidden) {}

  private static final Function<JsonSlice, RawJson> RAW =
      Access.way(JsonSlice.class, RawJson.class);
  private static final Function<RawJson, JsonCursor> CURSOR =
      Access.way(RawJson.class, JsonCursor.class);

  private static final ExpectedKeys.Names NODE =
      new ExpectedKeys.Names(
          "category",
          "id",
          "label",
          "type",
          "hidden",
          "ui_configuration",
          "children",
          "rir_field_names",
          "default_value",
          "constraints",
          "can_export",
          "disable_prediction",
          "score_threshold",
          "formula");
  private static final int CATEGORY = 0;
  private static final int ID = 1;
  private static final int TYPE = 3;
  private static final int HIDDEN = 4;
  private static final int UI_CONFIGURATION = 5;
  private static final int CHILDREN = 6;

  private static final String TRUE = "true";
  private static final String FORMULA = UiType.FORMULA.value();

  private final JsonCursor cursor;
  private final ExpectedKeys keys = new ExpectedKeys(NODE);

  private SchemaReader(JsonCursor cursor) {
    this.cursor = cursor;
  }

  /** Returns the top-level nodes of a schema object or of a list of sections. */
  static List<SchemaNode> read(RawJson schema) {
    JsonCursor cursor = CURSOR.apply(schema);
    cursor.next();
    return new SchemaReader(cursor).roots();
  }

  private List<SchemaNode> roots() {
    if (cursor.isList()) {
      return children(0);
    }
    if (cursor.isObject()) {
      for (String key = cursor.nextKey(); key != null; key = cursor.nextKey()) {
        if (key.equals("content")) {
          return cursor.isList() ? children(0) : List.of();
        }
        cursor.skip();
      }
    }
    return List.of();
  }

  /** Returns the nodes of a list, or the one node without a list, as in a multivalue. */
  private List<SchemaNode> children(int depth) {
    if (cursor.isObject()) {
      return List.of(node(depth));
    }
    List<SchemaNode> nodes = new ArrayList<>();
    if (cursor.isList()) {
      while (cursor.next()) {
        if (cursor.isObject()) {
          nodes.add(node(depth));
        } else {
          cursor.skip();
        }
      }
    }
    return nodes;
  }

  private SchemaNode node(int depth) {
    int start = cursor.start();
    String id = "";
    String category = "";
    String type = "";
    boolean isHidden = false;
    boolean isFormula = false;
    List<SchemaNode> children = null;
    int seen = 0;
    int key = JsonCursor.NO_KEY;
    while ((key = cursor.nextKey(keys, key)) != JsonCursor.END) {
      // Of keys that occur twice, the first counts.
      int bit = key < 0 || (seen & 1 << key) != 0 ? 0 : 1 << key;
      seen |= bit;
      switch (bit == 0 ? JsonCursor.OTHER_KEY : key) {
        case ID -> id = word();
        case CATEGORY -> category = word();
        case TYPE -> type = word();
        case HIDDEN -> isHidden = cursor.textIs(TRUE);
        case UI_CONFIGURATION -> isFormula = isFormula();
        case CHILDREN -> children = isContainer() ? children(depth + 1) : null;
        default -> {}
      }
      cursor.skip();
    }
    Category named = category.isEmpty() ? null : category(category);
    Category kind =
        named != null && named.isKnown() ? named : byPlace(depth, children, !type.isEmpty());
    Common common =
        new Common(
            RAW.apply(cursor.containerFrom(start)), id, named == null ? kind : named, isHidden);
    if (kind.equals(Category.DATAPOINT)) {
      return new SchemaDatapoint(common, type(type), isFormula);
    }
    List<SchemaNode> below = children == null ? List.of() : children;
    if (kind.equals(Category.TUPLE)) {
      return new SchemaTuple(common, below);
    }
    return kind.equals(Category.SECTION)
        ? new SchemaSection(common, below)
        : new SchemaMultivalue(common, below);
  }

  private boolean isContainer() {
    return cursor.isList() || cursor.isObject();
  }

  /** Returns a scalar as text; empty for anything else. */
  private String word() {
    if (cursor.isText()) {
      return cursor.recurringText();
    }
    return isContainer() || cursor.isNull() ? "" : cursor.text();
  }

  private boolean isFormula() {
    boolean isFormula = false;
    if (cursor.isObject()) {
      boolean isFirst = true;
      for (String key = cursor.nextKey(); key != null; key = cursor.nextKey()) {
        if (isFirst && key.equals("type")) {
          isFormula = cursor.textIs(FORMULA);
          isFirst = false;
        }
        cursor.skip();
      }
    }
    return isFormula;
  }

  private static Category category(String word) {
    return switch (word) {
      case "datapoint" -> Category.DATAPOINT;
      case "tuple" -> Category.TUPLE;
      case "multivalue" -> Category.MULTIVALUE;
      case "section" -> Category.SECTION;
      default -> new Category(word);
    };
  }

  private static DatapointType type(String word) {
    return switch (word) {
      case "string" -> DatapointType.STRING;
      case "number" -> DatapointType.NUMBER;
      case "date" -> DatapointType.DATE;
      case "enum" -> DatapointType.ENUM;
      case "button" -> DatapointType.BUTTON;
      default -> new DatapointType(word);
    };
  }

  /** Returns the kind of a node whose category is missing or unknown. */
  private static Category byPlace(int depth, @Nullable List<SchemaNode> children, boolean hasType) {
    if (children == null && (hasType || depth > 0)) {
      return Category.DATAPOINT;
    }
    return switch (depth) {
      case 0 -> Category.SECTION;
      case 1 -> Category.MULTIVALUE;
      default -> Category.TUPLE;
    };
  }
}
