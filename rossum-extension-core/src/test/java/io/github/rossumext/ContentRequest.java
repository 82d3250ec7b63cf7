package io.github.rossumext;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.internal.help.OncePerHook;
import io.github.rossumext.internal.http.ExceptionTexts;
import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.payload.HookAction;
import io.github.rossumext.payload.HookPayload;
import io.github.rossumext.rules.ContentEditor;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Builds an {@code annotation_content} request. Every node gets the next id from {@link #FIRST_ID}
 * on, in the order in which it is added; the section around them has an id of its own.
 */
public final class ContentRequest {
  /** Beyond 32 bits, as in production. */
  public static final long FIRST_ID = 5_483_409_760L;

  /** The keys of a button in a row. */
  public static final String BUTTON = "{'content':null}";

  private static final long SECTION_ID = 5_483_400_001L;
  private static final JsonMapper MAPPER = new JsonMapper();

  private final ObjectNode request = MAPPER.createObjectNode();
  private final ArrayNode sections;
  private final Map<String, List<Long>> ids = new LinkedHashMap<>();
  private final List<Long> updated = new ArrayList<>();
  private ArrayNode fields;
  private long nextId = FIRST_ID;

  private ContentRequest(HookAction action) {
    request.put("event", "annotation_content").put("action", action.value());
    ObjectNode annotation = request.putObject("annotation");
    annotation.put("id", 7_000_000_321L);
    sections = annotation.putArray("content");
    fields = section("basic_info", SECTION_ID);
  }

  public static ContentRequest at(HookAction action) {
    return new ContentRequest(action);
  }

  public static ContentRequest initialize() {
    return at(HookAction.INITIALIZE);
  }

  private ArrayNode section(String schemaId, long id) {
    ObjectNode section = sections.addObject();
    section.put("id", id).put("schema_id", schemaId).put("category", "section");
    return section.putArray("children");
  }

  /** A field with a displayed value. */
  public ContentRequest field(String schemaId, String value) {
    node(fields, schemaId, "datapoint").putObject("content").put("value", value);
    return this;
  }

  /** A field with a displayed and a normalized value. */
  public ContentRequest field(String schemaId, String value, String normalizedValue) {
    node(fields, schemaId, "datapoint")
        .putObject("content")
        .put("value", value)
        .put("normalized_value", normalizedValue);
    return this;
  }

  /** A field of these keys, as JSON with single quotes. */
  public ContentRequest datapoint(String schemaId, String keys) {
    node(fields, schemaId, "datapoint").setAll(object(keys));
    return this;
  }

  public ContentRequest button(String schemaId) {
    node(fields, schemaId, "datapoint").putNull("content");
    return this;
  }

  /**
   * A row for {@link #table}: columns and values in turn, in this order.
   *
   * @param columnsAndValues a value with a brace at its beginning is JSON with single quotes: the
   *     keys of the datapoint
   */
  public static Map<String, String> row(String... columnsAndValues) {
    Map<String, String> row = new LinkedHashMap<>();
    for (int i = 0; i < columnsAndValues.length; i += 2) {
      row.put(columnsAndValues[i], columnsAndValues[i + 1]);
    }
    return row;
  }

  /** A table of rows, each a map from column to value; see {@link #row}. */
  @SafeVarargs
  public final ContentRequest table(String schemaId, Map<String, String>... rows) {
    ArrayNode children = node(fields, schemaId, "multivalue").putArray("children");
    for (Map<String, String> row : rows) {
      ArrayNode cells = node(children, schemaId + "_row", "tuple").putArray("children");
      row.forEach(
          (column, value) -> {
            ObjectNode cell = node(cells, column, "datapoint");
            if (value.startsWith("{")) {
              cell.setAll(object(value));
            } else {
              cell.putObject("content").put("value", value);
            }
          });
    }
    return this;
  }

  /** A simple multivalue: a list of values. */
  public ContentRequest list(String schemaId, String itemSchemaId, String... values) {
    ArrayNode children = node(fields, schemaId, "multivalue").putArray("children");
    for (String value : values) {
      node(children, itemSchemaId, "datapoint").putObject("content").put("value", value);
    }
    return this;
  }

  /** Names what the user changed, or the button that was clicked. */
  public ContentRequest updated(String... schemaIds) {
    for (String schemaId : schemaIds) {
      updated.add(id(schemaId));
    }
    return this;
  }

  /** Names what the user changed, or the buttons that was clicked, by {@link #id(String, int)}. */
  public ContentRequest updated(long... datapointIds) {
    for (long id : datapointIds) {
      updated.add(id);
    }
    return this;
  }

  /** Sideloads a schema of one section with these nodes, which {@link SchemaText} writes. */
  public ContentRequest schema(String... nodes) {
    return with(
        "schemas",
        "[{'content':[{'category':'section','id':'basic_info','children':["
            + String.join(",", nodes)
            + "]}]}]");
  }

  /** A key next to {@code annotation}, with its value as JSON with single quotes. */
  public ContentRequest with(String key, String value) {
    request.setAll(object("{'" + key + "':" + value + "}"));
    return this;
  }

  private ObjectNode node(ArrayNode parent, String schemaId, String category) {
    ids.computeIfAbsent(schemaId, key -> new ArrayList<>()).add(nextId);
    return parent
        .addObject()
        .put("id", nextId++)
        .put("schema_id", schemaId)
        .put("category", category);
  }

  private static ObjectNode object(String json) {
    try {
      return (ObjectNode) MAPPER.readTree(json.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }

  /** The id of the first node of this schema id. */
  public long id(String schemaId) {
    return id(schemaId, 0);
  }

  /** The id of a node of this schema id, counted from 0. */
  public long id(String schemaId, int index) {
    List<Long> found = ids.get(schemaId);
    if (found == null) {
      throw new IllegalArgumentException("The test has no node " + schemaId);
    }
    return found.get(index);
  }

  public byte[] body() {
    ArrayNode changed = request.putArray("updated_datapoints");
    updated.forEach(changed::add);
    try {
      // Half of a surrogate pair is an escape in JSON, and nothing in UTF-8.
      return MAPPER.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII).writeValueAsBytes(request);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  public ContentPayload payload() {
    return (ContentPayload) HookPayload.of(body());
  }

  /** An editor that refuses lossy writes. */
  public ContentEditor edit() {
    return edit(LossyWrites.REFUSE);
  }

  public ContentEditor edit(LossyWrites setting) {
    ContentPayload payload = payload();
    return ContentEditor.of(payload, context(payload, setting));
  }

  public static HookContext context(HookPayload payload, LossyWrites setting) {
    Clock clock = Clock.systemUTC();
    return new HookContext(
        payload,
        clock,
        clock.instant().plusSeconds(29),
        setting,
        ExceptionTexts.HIDDEN,
        new OncePerHook());
  }
}
