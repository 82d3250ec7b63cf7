package io.github.rossumext.content;

import io.github.rossumext.json.JsonCursor;
import io.github.rossumext.json.JsonException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the tree in one pass, node by node as they come. Of a datapoint's content it notes where
 * the values stand and decodes none: a rule reads a few of thousands.
 */
final class TreeReader {
  private static final int ID = 1;
  private static final int SCHEMA_ID = 2;
  private static final int CATEGORY = 4;
  private static final int CONTENT = 8;
  private static final int CHILDREN = 16;
  private static final int VALUE = 32;
  private static final int NORMALIZED_VALUE = 64;

  private final JsonCursor cursor;
  private final byte[] json;

  TreeReader(JsonCursor cursor) {
    this.cursor = cursor;
    this.json = cursor.json();
  }

  /** The nodes of the list that the cursor stands at. */
  List<Node> nodes(int depth) {
    List<Node> nodes = new ArrayList<>();
    while (cursor.next()) {
      if (!cursor.isObject()) {
        throw new JsonException("a node of the datapoint tree is not an object");
      }
      nodes.add(node(depth));
    }
    return nodes;
  }

  private Node node(int depth) {
    int start = cursor.start();
    long id = 0;
    String schemaId = "";
    Category category = null;
    int content = Datapoint.ABSENT;
    int value = Datapoint.ABSENT;
    int normalizedValue = Datapoint.ABSENT;
    List<Node> children = List.of();
    int seen = 0;
    for (String key = cursor.nextKey(); key != null; key = cursor.nextKey()) {
      switch (key) {
        case "id" -> {
          seen = once(seen, ID);
          id = cursor.wholeNumber("the id of a node");
        }
        case "schema_id" -> {
          seen = once(seen, SCHEMA_ID);
          if (!cursor.isText()) {
            throw new JsonException("the schema_id of a node is not a text");
          }
          schemaId = cursor.recurringText();
        }
        case "category" -> {
          seen = once(seen, CATEGORY);
          category = category();
        }
        case "children" -> {
          seen = once(seen, CHILDREN);
          if (cursor.isList()) {
            children = nodes(depth + 1);
          } else {
            cursor.skip();
          }
        }
        case "content" -> {
          seen = once(seen, CONTENT);
          if (!cursor.isObject()) {
            cursor.skip();
            continue;
          }
          content = cursor.start();
          for (String inner = cursor.nextKey(); inner != null; inner = cursor.nextKey()) {
            if (inner.equals("value")) {
              seen = once(seen, VALUE);
              value = cursor.start();
            } else if (inner.equals("normalized_value")) {
              seen = once(seen, NORMALIZED_VALUE);
              normalizedValue = cursor.start();
            }
            cursor.skip();
          }
        }
        default -> cursor.skip();
      }
    }
    if ((seen & ID) == 0 || (seen & SCHEMA_ID) == 0) {
      throw new JsonException("a node of the datapoint tree without id or schema_id");
    }
    boolean hasContent = (seen & CONTENT) != 0;
    Category kind = category == null || !category.isKnown() ? byPlace(hasContent, depth) : category;
    Category named = category == null ? kind : category;
    if (kind.equals(Category.DATAPOINT)) {
      return new Datapoint(json, start, id, schemaId, named, content, value, normalizedValue);
    }
    if (kind.equals(Category.SECTION)) {
      return new Section(json, start, id, schemaId, named, children);
    }
    return kind.equals(Category.TUPLE)
        ? new Tuple(json, start, id, schemaId, named, children)
        : new Multivalue(json, start, id, schemaId, named, children);
  }

  private static int once(int seen, int key) {
    if ((seen & key) != 0) {
      throw new JsonException("a node of the datapoint tree with a key that stands twice");
    }
    return seen | key;
  }

  private @Nullable Category category() {
    if (!cursor.isText()) {
      cursor.skip();
      return null;
    }
    String word = cursor.recurringText();
    return switch (word) {
      case "datapoint" -> Category.DATAPOINT;
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
