package io.github.rossumext.playground;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.testkit.api.ApiExchange;
import io.github.rossumext.testkit.simulator.Exchange;
import io.github.rossumext.value.Option;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * What the page shows, at one moment. A page that knows an earlier version gets only what is
 * different since then. Immutable and thread-safe: the JSON is not changed any more.
 *
 * @param document the number of the document, from 1: each opening counts
 * @param version the number of the view, from 1
 * @param head the parts that the page always gets
 * @param structure what seldom changes while the document is open: sections and definitions
 * @param structureVersion the version in which it came to be as it is
 * @param standardOptions the options in the definitions, by schema id
 * @param fields the fields by key
 * @param multivalues the tables and lists by key
 * @param exchanges all exchanges so far
 * @param calls all call-backs of the extension so far
 */
record View(
    int document,
    long version,
    ObjectNode head,
    ObjectNode structure,
    long structureVersion,
    Map<String, List<Option>> standardOptions,
    Map<Integer, Stamped<FieldView>> fields,
    Map<Integer, Stamped<MultivalueView>> multivalues,
    List<Exchange> exchanges,
    List<ApiExchange> calls) {
  /**
   * A part of the view with the version in which it came to be as it is.
   *
   * @param schemaId its schema id
   */
  record Stamped<T>(T part, String schemaId, long version) {}

  /** Writes what a page does not know. It knows nothing of another document than this one. */
  void write(JsonGenerator out, int knownDocument, long knownVersion) throws IOException {
    boolean isWhole = knownDocument != document || knownVersion > version;
    long known = isWhole ? 0 : knownVersion;
    out.writeStartObject();
    out.writeNumberField("document", document);
    out.writeNumberField("version", version);
    out.writeBooleanField("whole", isWhole);
    out.writePOJOField("head", head);
    if (structureVersion > known) {
      out.writePOJOField("structure", structure);
    }
    out.writeArrayFieldStart("multivalues");
    for (Map.Entry<Integer, Stamped<MultivalueView>> one : multivalues.entrySet()) {
      if (one.getValue().version() > known) {
        one.getValue().part().write(out, one.getKey());
      }
    }
    out.writeEndArray();
    out.writeArrayFieldStart("fields");
    for (Map.Entry<Integer, Stamped<FieldView>> one : fields.entrySet()) {
      Stamped<FieldView> field = one.getValue();
      if (field.version() > known) {
        List<Option> standard = standardOptions.getOrDefault(field.schemaId(), List.of());
        field.part().write(out, one.getKey(), standard);
      }
    }
    out.writeEndArray();
    out.writeEndObject();
  }
}
