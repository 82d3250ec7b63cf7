package io.github.rossumext;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the nodes of a schema for {@link ContentRequest#schema}, as JSON with single quotes. */
public final class SchemaText {
  private SchemaText() {}

  public static String text(String id) {
    return datapoint(id, "string");
  }

  public static String number(String id) {
    return datapoint(id, "number");
  }

  public static String date(String id) {
    return datapoint(id, "date");
  }

  public static String bool(String id) {
    return datapoint(id, "boolean");
  }

  public static String button(String id) {
    return datapoint(id, "button");
  }

  /** An enum of these values, which are their labels too. */
  public static String choice(String id, String... values) {
    String options =
        Stream.of(values)
            .map(value -> "{'value':'%s','label':'%s'}".formatted(value, value))
            .collect(Collectors.joining(","));
    return with(datapoint(id, "enum"), "'options':[" + options + "]");
  }

  /** A field of any type that Rossum computes. */
  public static String formula(String id, String type) {
    return with(
        datapoint(id, type),
        "'formula':'1','ui_configuration':{'type':'formula','edit':'disabled'}");
  }

  /** A table, whose row has the schema id that {@link ContentRequest#table} gives to it. */
  public static String table(String id, String... columns) {
    String row =
        "{'category':'tuple','id':'%s_row','children':[%s]}"
            .formatted(id, String.join(",", columns));
    return multivalue(id, row);
  }

  /** A simple multivalue. */
  public static String list(String id, String item) {
    return multivalue(id, item);
  }

  /** The node with further keys. */
  public static String with(String node, String keys) {
    return node.substring(0, node.length() - 1) + "," + keys + "}";
  }

  private static String datapoint(String id, String type) {
    return "{'category':'datapoint','id':'%s','label':'The %s','type':'%s'}"
        .formatted(id, id, type);
  }

  private static String multivalue(String id, String child) {
    return "{'category':'multivalue','id':'%s','label':'The %s','children':%s}"
        .formatted(id, id, child);
  }
}
