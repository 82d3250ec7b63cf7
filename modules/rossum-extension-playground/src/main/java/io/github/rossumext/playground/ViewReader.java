package io.github.rossumext.playground;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.playground.View.Stamped;
import io.github.rossumext.testkit.api.ApiExchange;
import io.github.rossumext.testkit.api.RossumApiStub;
import io.github.rossumext.testkit.simulator.Exchange;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.testkit.simulator.SimulatedField;
import io.github.rossumext.testkit.simulator.SimulatedMultivalue;
import io.github.rossumext.testkit.simulator.SimulatedNode;
import io.github.rossumext.testkit.simulator.SimulatedRow;
import io.github.rossumext.testkit.simulator.SimulatedSection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what the page shows from the simulator. Parts that are as before keep their version. */
final class ViewReader {
  private final RossumSimulator rossum;
  private final Keys keys;
  private final @Nullable View before;
  private final long version;
  private final Map<Integer, Stamped<FieldView>> fields = new LinkedHashMap<>();
  private final Map<Integer, Stamped<MultivalueView>> multivalues = new LinkedHashMap<>();

  private ViewReader(RossumSimulator rossum, Keys keys, @Nullable View before, long version) {
    this.rossum = rossum;
    this.keys = keys;
    this.before = before;
    this.version = version;
  }

  /**
   * Returns the view of the open document.
   *
   * @param before the view before, of the same document; null if there is none
   * @param head what else the page shows
   */
  static View read(
      RossumSimulator rossum,
      Keys keys,
      @Nullable View before,
      int document,
      long version,
      Head head) {
    ViewReader reader = new ViewReader(rossum, keys, before, version);
    List<SimulatedSection> sections = rossum.sections();
    sections.forEach(section -> section.children().forEach(reader::read));
    Structure structure = Structure.of(sections, keys);
    long structureVersion =
        before != null && before.structure().equals(structure.json())
            ? before.structureVersion()
            : version;
    List<Exchange> exchanges = rossum.exchanges();
    List<ApiExchange> calls = RossumApiStub.exchangesOf(rossum);
    ObjectNode around = head.read(rossum, keys);
    around.set("calls", CallJson.list(calls, exchanges));
    around.put("callCount", calls.size());
    return new View(
        document,
        version,
        around,
        structure.json(),
        structureVersion,
        structure.options(),
        reader.fields,
        reader.multivalues,
        exchanges,
        calls);
  }

  private void read(SimulatedNode node) {
    if (node instanceof SimulatedField field) {
      field(field);
    } else if (node instanceof SimulatedMultivalue multivalue) {
      multivalue(multivalue);
    }
  }

  private int field(SimulatedField field) {
    int key = keys.of(field.id());
    FieldView view = FieldView.of(field, rossum::withoutSecrets);
    Stamped<FieldView> known = before == null ? null : before.fields().get(key);
    fields.put(
        key,
        known != null && known.part().equals(view)
            ? known
            : new Stamped<>(view, field.schemaId(), version));
    return key;
  }

  private void multivalue(SimulatedMultivalue multivalue) {
    List<int[]> rows = new ArrayList<>();
    List<String> columns = multivalue.columns();
    for (SimulatedRow row : multivalue.rows()) {
      rows.add(row(row, columns));
    }
    for (SimulatedField value : multivalue.values()) {
      rows.add(new int[] {field(value)});
    }
    MultivalueView view =
        new MultivalueView(
            multivalue.schemaId(), multivalue.isTable(), multivalue.isHidden(), columns, rows);
    int key = keys.of(multivalue.id());
    Stamped<MultivalueView> known = before == null ? null : before.multivalues().get(key);
    multivalues.put(
        key,
        known != null && known.part().isSame(view)
            ? known
            : new Stamped<>(view, multivalue.schemaId(), version));
  }

  private int[] row(SimulatedRow row, List<String> columns) {
    Map<String, Integer> cells = new HashMap<>();
    row.fields().forEach(cell -> cells.put(cell.schemaId(), field(cell)));
    int[] line = new int[columns.size() + 1];
    line[0] = keys.of(row.id());
    for (int i = 0; i < columns.size(); i++) {
      line[i + 1] = cells.getOrDefault(columns.get(i), 0);
    }
    return line;
  }
}
