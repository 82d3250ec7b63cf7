package io.github.rossumext.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.payload.HookPayload;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/**
 * Random documents of one schema, which is sideloaded or not: fields of every kind, a ragged table
 * with a formula, an enum and a button, a table whose rows are complete, and simple multivalues.
 * The pools are small, so that writes meet values that are there already, in another notation too.
 *
 * @param json the request, with single quotes
 * @param hasSchema whether it brings the schema
 */
public record RandomDocument(String json, boolean hasSchema) {
  /** What a field, cell or value holds. */
  enum Kind {
    TEXT("string"),
    NUMBER("number"),
    DATE("date"),
    ENUM("enum"),
    FORMULA("number"),
    BUTTON("button");

    private final String type;

    Kind(String type) {
      this.type = type;
    }
  }

  /** The id of the first table; the multivalues and fields follow, cells come from {@code +20}. */
  public static final long FIRST_ID = 5_483_409_760L;

  private static final long FIRST_FIELD = FIRST_ID + 5;
  private static final long FIRST_CELL = FIRST_ID + 20;
  private static final long FIRST_SECTION = FIRST_ID - 10;

  static final List<String> FIELDS =
      List.of("note", "memo", "total", "due", "vendor", "computed", "look_up");
  static final List<String> LINES = List.of("code", "amount", "day", "kind", "line_total", "pick");
  static final List<String> TAXES = List.of("rate", "base", "tax", "name");
  static final List<String> TABLES = List.of("lines", "taxes");
  static final List<String> LISTS = List.of("orders", "counts");

  private static final Map<String, Kind> KINDS =
      Map.ofEntries(
          Map.entry("note", Kind.TEXT),
          Map.entry("memo", Kind.TEXT),
          Map.entry("total", Kind.NUMBER),
          Map.entry("due", Kind.DATE),
          Map.entry("vendor", Kind.ENUM),
          Map.entry("computed", Kind.FORMULA),
          Map.entry("look_up", Kind.BUTTON),
          Map.entry("code", Kind.TEXT),
          Map.entry("amount", Kind.NUMBER),
          Map.entry("day", Kind.DATE),
          Map.entry("kind", Kind.ENUM),
          Map.entry("line_total", Kind.FORMULA),
          Map.entry("pick", Kind.BUTTON),
          Map.entry("rate", Kind.NUMBER),
          Map.entry("base", Kind.NUMBER),
          Map.entry("tax", Kind.NUMBER),
          Map.entry("name", Kind.TEXT),
          Map.entry("order", Kind.TEXT),
          Map.entry("piece", Kind.NUMBER));

  private static final String OPTIONS =
      "[{'value':'','label':''},{'value':'a','label':'A'},{'value':'b','label':'B'}]";

  static Kind kind(String schemaId) {
    return KINDS.getOrDefault(schemaId, Kind.TEXT);
  }

  static List<String> columns(String table) {
    return table.equals("lines") ? LINES : TAXES;
  }

  static String item(String list) {
    return list.equals("orders") ? "order" : "piece";
  }

  /** The bytes as Rossum sends them. */
  public byte[] body() {
    return json.replace('\'', '"').getBytes(UTF_8);
  }

  /** The request. */
  public ContentPayload payload() {
    return (ContentPayload) HookPayload.of(body());
  }

  @Override
  public String toString() {
    return (hasSchema ? "with schema: " : "without schema: ") + json.replace(SCHEMA, "…");
  }

  /** The state of a datapoint; what it does not say is absent. */
  private record Cell(String value, String hidden, String options, String place, String sources) {
    String json(Kind kind, boolean isComplete) {
      String shown = orElse(hidden, isComplete, ",'hidden':false");
      return switch (kind) {
        case BUTTON -> "'content':null" + shown;
        case ENUM ->
            content() + shown + orElse(options, isComplete, ",'options':" + OPTIONS) + sources;
        default -> content() + shown + sources;
      };
    }

    private String content() {
      return "'content':{" + value + place + "}";
    }

    private static String orElse(String key, boolean isComplete, String otherwise) {
      return key.isEmpty() && isComplete ? otherwise : key;
    }
  }

  private static List<String> values(Kind kind) {
    return switch (kind) {
      case TEXT -> List.of("'value':''", "'value':' '", "'value':'a'", "'value':'42'");
      case NUMBER, FORMULA ->
          List.of(
              "'value':''",
              "'value':'42'",
              "'value':'42.00','normalized_value':'42'",
              "'value':'1,132.87','normalized_value':'1132.87'",
              "'value':'0','normalized_value':'None'",
              "'value':'-7.5','normalized_value':null",
              "'value':'abc'");
      case DATE ->
          List.of(
              "'value':''",
              "'value':'5/13/2022','normalized_value':'2022-05-13'",
              "'value':'2022-05-14','normalized_value':null",
              "'value':'soon'");
      case ENUM -> List.of("'value':''", "'value':'a'", "'value':'B'");
      case BUTTON -> List.of("");
    };
  }

  private static Arbitrary<Cell> cell(Kind kind, boolean isComplete) {
    List<String> places = new ArrayList<>(List.of("", ",'page':1,'position':[1,2,3.5,4]"));
    if (!isComplete) {
      // A page alone can be taken away and not be put back.
      places.add(",'page':2,'position':null");
    }
    return Combinators.combine(
            Arbitraries.of(values(kind)),
            Arbitraries.of("", "", ",'hidden':true", ",'hidden':false"),
            Arbitraries.of(
                "",
                ",'options':" + OPTIONS,
                ",'options':[{'value':'b','label':'x'},{'value':'A','label':'y'}]"),
            Arbitraries.of(places),
            Arbitraries.of(
                "",
                ",'validation_sources':[]",
                ",'validation_sources':['score']",
                ",'validation_sources':['NA','human']"))
        .as(Cell::new);
  }

  /** Any document. */
  public static Arbitrary<RandomDocument> any() {
    return documents(false, 0.2);
  }

  /** Documents whose state is known altogether, so that every write can be taken back. */
  static Arbitrary<RandomDocument> complete() {
    return documents(true, 0.2);
  }

  private static Arbitrary<RandomDocument> documents(boolean isComplete, double missing) {
    return Combinators.combine(
            Arbitraries.of(true, false),
            cells(FIELDS, isComplete, 0),
            cells(LINES, isComplete, missing).list().ofMaxSize(3),
            cells(TAXES, isComplete, 0).list().ofMaxSize(3),
            cell(Kind.TEXT, isComplete).list().ofMaxSize(3),
            cell(Kind.NUMBER, isComplete).list().ofMaxSize(3))
        .as(
            (hasSchema, fields, lines, taxes, orders, counts) -> {
              Writer writer = new Writer(isComplete && !hasSchema);
              return new RandomDocument(
                  "{'event':'annotation_content','action':'initialize','annotation':{'content':["
                      + writer.section(0, writer.fields(fields))
                      + ","
                      + writer.section(
                          1,
                          writer.table(0, "lines", LINES, lines)
                              + ","
                              + writer.table(1, "taxes", TAXES, taxes))
                      + ","
                      + writer.section(
                          2,
                          writer.list(2, "orders", Kind.TEXT, orders)
                              + ","
                              + writer.list(3, "counts", Kind.NUMBER, counts))
                      + "]}"
                      + (hasSchema ? ",'schemas':[{'content':" + SCHEMA + "}]" : "")
                      + "}",
                  hasSchema);
            })
        .withoutEdgeCases();
  }

  /** A cell for each of these schema ids; some are missing. */
  private static Arbitrary<List<@Nullable Cell>> cells(
      List<String> schemaIds, boolean isComplete, double missing) {
    List<Arbitrary<@Nullable Cell>> cells = new ArrayList<>();
    for (String schemaId : schemaIds) {
      cells.add(cell(kind(schemaId), isComplete).injectNull(missing));
    }
    return Combinators.combine(cells).as(ArrayList::new);
  }

  /** Gives the nodes their ids as it writes them. */
  private static final class Writer {
    private final boolean isComplete;
    private final AtomicLong nextId = new AtomicLong(FIRST_CELL);

    Writer(boolean isComplete) {
      this.isComplete = isComplete;
    }

    private static String node(long id, String schemaId, String category, String rest) {
      return "{'id':%d,'schema_id':'%s','category':'%s',%s}"
          .formatted(id, schemaId, category, rest);
    }

    private static String children(List<String> nodes) {
      return "'children':[" + String.join(",", nodes) + "]";
    }

    String section(int place, String nodes) {
      return node(
          FIRST_SECTION + place, "section_" + place, "section", "'children':[" + nodes + "]");
    }

    String fields(List<@Nullable Cell> cells) {
      return String.join(",", datapoints(FIELDS, cells, new AtomicLong(FIRST_FIELD)));
    }

    private List<String> datapoints(
        List<String> schemaIds, List<@Nullable Cell> cells, AtomicLong ids) {
      List<String> nodes = new ArrayList<>();
      for (int i = 0; i < schemaIds.size(); i++) {
        Cell cell = cells.get(i);
        if (cell != null) {
          String schemaId = schemaIds.get(i);
          nodes.add(
              node(
                  ids.getAndIncrement(),
                  schemaId,
                  "datapoint",
                  cell.json(kind(schemaId), isComplete)));
        }
      }
      return nodes;
    }

    String table(
        int place, String schemaId, List<String> columns, List<List<@Nullable Cell>> rows) {
      List<String> tuples = new ArrayList<>();
      for (List<@Nullable Cell> row : rows) {
        long id = nextId.getAndIncrement();
        tuples.add(
            node(id, schemaId + "_row", "tuple", children(datapoints(columns, row, nextId))));
      }
      return node(FIRST_ID + place, schemaId, "multivalue", children(tuples));
    }

    String list(int place, String schemaId, Kind kind, List<Cell> values) {
      List<String> items = new ArrayList<>();
      for (Cell value : values) {
        items.add(
            node(
                nextId.getAndIncrement(),
                item(schemaId),
                "datapoint",
                value.json(kind, isComplete)));
      }
      return node(FIRST_ID + place, schemaId, "multivalue", children(items));
    }
  }

  private static final String SCHEMA = schema();

  private static String schema() {
    return "["
        + definition("section_0", "section", definitions(FIELDS))
        + ","
        + definition(
            "section_1", "section", "[" + table("lines", LINES) + "," + table("taxes", TAXES) + "]")
        + ","
        + definition(
            "section_2",
            "section",
            "["
                + definition("orders", "multivalue", datapoint("order"))
                + ","
                + definition("counts", "multivalue", datapoint("piece"))
                + "]")
        + "]";
  }

  private static String table(String schemaId, List<String> columns) {
    return definition(
        schemaId, "multivalue", definition(schemaId + "_row", "tuple", definitions(columns)));
  }

  private static String definition(String schemaId, String category, String children) {
    return "{'category':'%s','id':'%s','children':%s}".formatted(category, schemaId, children);
  }

  private static String definitions(List<String> schemaIds) {
    return "[" + String.join(",", schemaIds.stream().map(RandomDocument::datapoint).toList()) + "]";
  }

  private static String datapoint(String schemaId) {
    Kind kind = kind(schemaId);
    boolean isHidden = schemaId.equals("memo") || schemaId.equals("amount");
    return "{'category':'datapoint','id':'%s','type':'%s','hidden':%s%s%s}"
        .formatted(
            schemaId,
            kind.type,
            isHidden,
            kind == Kind.ENUM ? ",'options':" + OPTIONS : "",
            kind == Kind.FORMULA
                ? ",'formula':'1','ui_configuration':{'type':'formula','edit':'disabled'}"
                : "");
  }
}
