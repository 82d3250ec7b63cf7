package io.github.rossumext.payload;

import io.github.rossumext.content.DatapointTree;
import io.github.rossumext.internal.help.Access;
import io.github.rossumext.internal.json.JsonCursor;
import io.github.rossumext.internal.json.JsonException;
import io.github.rossumext.internal.json.JsonSlice;
import io.github.rossumext.value.RawJson;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a request in one pass: the tree node by node, everything else as the places of the values.
 * Keys come in any order, so the event may be known only at the end.
 */
final class PayloadReader {
  private static final Function<JsonSlice, RawJson> RAW =
      Access.way(JsonSlice.class, RawJson.class);
  private static final Function<JsonCursor, DatapointTree> TREE =
      Access.way(JsonCursor.class, DatapointTree.class);

  static final String CONTENT = "annotation_content";
  private static final String STATUS = "annotation_status";

  private final byte[] body;
  private final Map<String, JsonSlice> members = new LinkedHashMap<>();
  private final boolean readsTree;
  private @Nullable DatapointTree tree;
  private @Nullable JsonSlice root;

  private PayloadReader(byte[] body, boolean readsTree) {
    this.body = body;
    this.readsTree = readsTree;
  }

  static HookPayload read(byte[] body) {
    try {
      PayloadReader reader;
      try {
        reader = new PayloadReader(body, true).readAll();
      } catch (JsonException e) {
        // A client of invocation.manual may send an "annotation" of another shape.
        reader = new PayloadReader(body, false).readAll();
        if (reader.event().equals(CONTENT)) {
          throw e;
        }
        if (reader.event().equals(STATUS)) {
          reader.requireKeysOnce("annotation");
        }
      }
      return reader.payload();
    } catch (JsonException e) {
      throw new PayloadException(String.valueOf(e.getMessage()));
    }
  }

  private PayloadReader readAll() {
    JsonCursor cursor = JsonCursor.over(body);
    if (!cursor.next() || !cursor.isObject()) {
      throw new JsonException("the body is not a JSON object");
    }
    int start = cursor.start();
    for (String key = cursor.nextKey(); key != null; key = cursor.nextKey()) {
      boolean isAnnotation = readsTree && key.equals("annotation") && cursor.isObject();
      put(members, key, isAnnotation ? annotation(cursor) : cursor.slice());
    }
    root = cursor.containerFrom(start, members);
    if (!cursor.isAtEnd()) {
      throw new JsonException("something follows the JSON object");
    }
    return this;
  }

  private JsonSlice annotation(JsonCursor cursor) {
    Map<String, JsonSlice> annotation = new LinkedHashMap<>();
    int start = cursor.start();
    for (String key = cursor.nextKey(); key != null; key = cursor.nextKey()) {
      if (key.equals("content") && cursor.isList()) {
        int from = cursor.start();
        tree = TREE.apply(cursor);
        put(annotation, key, cursor.containerFrom(from, Map.of()));
      } else {
        put(annotation, key, cursor.slice());
      }
    }
    return cursor.containerFrom(start, annotation);
  }

  private static void put(Map<String, JsonSlice> members, String key, JsonSlice value) {
    if (members.put(key, value) != null) {
      throw new JsonException("a key occurs twice in one object", value.start());
    }
  }

  /** Finds the members now: an accessor of Rossum's own object never meets a key twice. */
  private void requireKeysOnce(String key) {
    JsonSlice value = members.get(key);
    if (value != null) {
      value.members();
    }
  }

  private HookPayload payload() {
    String action = action().value();
    return switch (event()) {
      case CONTENT -> new ContentPayload(this);
      case STATUS -> new StatusPayload(this);
      case "email" -> action.equals("received") ? new EmailPayload(this) : new UnknownPayload(this);
      case "upload" ->
          action.equals("created") ? new UploadPayload(this) : new UnknownPayload(this);
      case "invocation" ->
          switch (action) {
            case "scheduled" -> new ScheduledPayload(this);
            case "manual" -> new ManualPayload(this);
            default -> new UnknownPayload(this);
          };
      default -> new UnknownPayload(this);
    };
  }

  RawJson root() {
    return RAW.apply(root == null ? JsonSlice.EMPTY_OBJECT : root);
  }

  String event() {
    return word("event");
  }

  HookAction action() {
    return new HookAction(word("action"));
  }

  private String word(String key) {
    JsonSlice value = members.get(key);
    String word = value == null || value.first() != '"' ? null : value.scalar();
    if (word == null || word.isBlank()) {
      throw new JsonException("expected a text in \"event\" and in \"action\"");
    }
    return word;
  }

  DatapointTree tree() {
    if (tree == null) {
      throw new JsonException("annotation.content is not a list");
    }
    return tree;
  }

  /** Returns a list of ids; none if the key is missing or null. */
  long[] ids(String key) {
    JsonSlice list = members.get(key);
    if (list == null || list.first() == 'n') {
      return new long[0];
    }
    if (list.first() != '[') {
      throw new JsonException(key + " is not a list", list.start());
    }
    LongStream.Builder ids = LongStream.builder();
    JsonCursor cursor = JsonCursor.at(body, list.start());
    cursor.next();
    while (cursor.next()) {
      ids.add(cursor.wholeNumber("an id of " + key));
    }
    return ids.build().toArray();
  }
}
