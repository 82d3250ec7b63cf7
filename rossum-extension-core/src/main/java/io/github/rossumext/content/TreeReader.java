package io.github.rossumext.content;

import io.github.rossumext.internal.json.ExpectedKeys;
import io.github.rossumext.internal.json.JsonCursor;
import io.github.rossumext.internal.json.JsonException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the tree in one pass, node by node. It notes the places of a datapoint's values and decodes
 * none of them, because a rule reads a few of thousands.
 */
final class TreeReader {
  private static final ExpectedKeys.Names NODE =
      new ExpectedKeys.Names(
          "id",
          "url",
          "schema_id",
          "category",
          "children",
          "content",
          "validation_sources",
          "time_spent",
          "time_spent_overall",
          "hidden",
          "options",
          "no_recalculation",
          "grid",
          "time_spent_grid",
          "time_spent_grid_overall");
  private static final int ID = 0;
  private static final int SCHEMA_ID = 2;
  private static final int CATEGORY = 3;
  private static final int CHILDREN = 4;
  private static final int CONTENT = 5;
  private static final int HIDDEN = 9;
  private static final int OPTIONS = 10;

  private static final ExpectedKeys.Names DATAPOINT_CONTENT =
      new ExpectedKeys.Names(
          "value",
          "page",
          "position",
          "rir_text",
          "rir_raw_text",
          "ocr_text",
          "ocr_raw_text",
          "rir_page",
          "rir_position",
          "ocr_position",
          "rir_confidence",
          "connector_position",
          "connector_text",
          "normalized_value");
  private static final int VALUE = 0;
  private static final int NORMALIZED_VALUE = 13;

  private static final String DATAPOINT = Category.DATAPOINT.value();

  private final JsonCursor cursor;
  private final byte[] json;
  private final ExpectedKeys nodeKeys = new ExpectedKeys(NODE);
  private final ExpectedKeys contentKeys = new ExpectedKeys(DATAPOINT_CONTENT);
  // The places of the values of the last content.
  private boolean isContentObject;
  private int valueAt;
  private int normalizedValueAt;
  // The siblings so far on every level; one list, so that no level grows one of its own.
  private final ArrayList<Node> unfinished = new ArrayList<>();

  TreeReader(JsonCursor cursor) {
    this.cursor = cursor;
    this.json = cursor.json();
  }

  /** Returns the nodes of the list at the cursor. */
  List<Node> nodes(int depth) {
    int first = unfinished.size();
    while (cursor.next()) {
      if (!cursor.isObject()) {
        throw new JsonException("a node of the datapoint tree is not an object", cursor.start());
      }
      unfinished.add(node(depth));
    }
    List<Node> siblings = unfinished.subList(first, unfinished.size());
    Node[] nodes = siblings.toArray(new Node[0]);
    siblings.clear();
    return Arrays.asList(nodes);
  }

  @SuppressWarnings(
      "ReferenceEquality") // the constants themselves, because this runs for every node
  private Node node(int depth) {
    int start = cursor.start();
    long id = 0;
    String schemaId = "";
    Category category = null;
    List<Node> children = List.of();
    boolean hasContentObject = false;
    int value = Datapoint.ABSENT;
    int normalizedValue = Datapoint.ABSENT;
    int seen = 0;
    int key = JsonCursor.NO_KEY;
    while ((key = cursor.nextKey(nodeKeys, key)) != JsonCursor.END) {
      seen = once(seen, key, cursor);
      switch (key) {
        case ID -> id = cursor.wholeNumber("the id of a node");
        case SCHEMA_ID -> schemaId = schemaId();
        case CATEGORY -> category = category();
        case CHILDREN -> children = children(depth + 1);
        case CONTENT -> {
          readContent();
          hasContentObject = isContentObject;
          value = valueAt;
          normalizedValue = normalizedValueAt;
        }
        default -> cursor.skip();
      }
    }
    if (!has(seen, ID) || !has(seen, SCHEMA_ID)) {
      throw new JsonException("a node of the datapoint tree without id or schema_id", start);
    }
    Category kind =
        category == null ? byPlace(has(seen, CONTENT), depth) : kind(category, seen, depth);
    Category named = category == null ? kind : category;
    if (kind == Category.DATAPOINT) {
      int parts =
          (hasContentObject ? Datapoint.CONTENT : 0)
              | (has(seen, OPTIONS) ? Datapoint.OPTIONS : 0)
              | (has(seen, HIDDEN) ? Datapoint.HIDDEN : 0);
      return new Datapoint(json, start, id, schemaId, named, parts, value, normalizedValue);
    }
    if (kind == Category.TUPLE) {
      return new Tuple(json, start, id, schemaId, named, children);
    }
    return kind == Category.SECTION
        ? new Section(json, start, id, schemaId, named, children)
        : new Multivalue(json, start, id, schemaId, named, children);
  }

  /**
   * Returns the constant that a category means; one that is not known means what its place says.
   */
  @SuppressWarnings("ReferenceEquality") // as above
  private static Category kind(Category category, int seen, int depth) {
    boolean isConstant =
        category == Category.DATAPOINT
            || category == Category.TUPLE
            || category == Category.MULTIVALUE
            || category == Category.SECTION;
    return isConstant ? category : byPlace(has(seen, CONTENT), depth);
  }

  private static boolean has(int seen, int key) {
    return (seen & 1 << key) != 0;
  }

  /** Returns the keys seen so far and this one; keys that are not expected do not count. */
  private static int once(int seen, int key, JsonCursor cursor) {
    if (key < 0) {
      return seen;
    }
    if (has(seen, key)) {
      throw new JsonException("a node of the datapoint tree has a key twice", cursor.start());
    }
    return seen | 1 << key;
  }

  private List<Node> children(int depth) {
    if (cursor.isList()) {
      return nodes(depth);
    }
    cursor.skip();
    return List.of();
  }

  private void readContent() {
    isContentObject = cursor.isObject();
    valueAt = Datapoint.ABSENT;
    normalizedValueAt = Datapoint.ABSENT;
    if (!isContentObject) {
      cursor.skip();
      return;
    }
    int seen = 0;
    int key = JsonCursor.NO_KEY;
    while ((key = cursor.nextKey(contentKeys, key)) != JsonCursor.END) {
      seen = once(seen, key, cursor);
      if (key == VALUE) {
        valueAt = cursor.start();
      } else if (key == NORMALIZED_VALUE && !cursor.isNull()) {
        normalizedValueAt = cursor.start();
      }
      cursor.skip();
    }
  }

  private String schemaId() {
    if (!cursor.isText()) {
      throw new JsonException("the schema_id of a node is not a text", cursor.start());
    }
    return cursor.recurringText();
  }

  private @Nullable Category category() {
    if (!cursor.isText()) {
      cursor.skip();
      return null;
    }
    if (cursor.textIs(DATAPOINT)) {
      return Category.DATAPOINT;
    }
    String word = cursor.recurringText();
    return switch (word) {
      case "tuple" -> Category.TUPLE;
      case "multivalue" -> Category.MULTIVALUE;
      case "section" -> Category.SECTION;
      default -> new Category(word);
    };
  }

  private static Category byPlace(boolean hasContent, int depth) {
    if (hasContent) {
      return Category.DATAPOINT;
    }
    return switch (depth) {
      case 0 -> Category.SECTION;
      case 1 -> Category.MULTIVALUE;
      default -> Category.TUPLE;
    };
  }
}
