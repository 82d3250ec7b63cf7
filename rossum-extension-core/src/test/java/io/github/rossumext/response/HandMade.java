package io.github.rossumext.response;

import io.github.rossumext.rules.RandomDocument;
import io.github.rossumext.rules.ReferenceDocument;
import io.github.rossumext.value.Message;
import io.github.rossumext.value.MessageType;
import io.github.rossumext.value.Option;
import io.github.rossumext.value.Position;
import io.github.rossumext.value.ValidationSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Random responses to a {@link RandomDocument} as a careless author may make them by hand: ids that
 * do not exist or are of another kind, columns of other tables, the same twice, too long, outside
 * of the options.
 */
final class HandMade {
  private static final List<Option> OPTIONS = List.of(Option.of("a", "A"), Option.of("42"));

  private HandMade() {}

  /** A response that shows itself as it goes out. */
  record Made(ContentResponse response) {
    @Override
    public String toString() {
      return response
          + " "
          + new String(response.toJson(), java.nio.charset.StandardCharsets.UTF_8)
              .replaceAll("x{100,}", "x…");
    }
  }

  static Arbitrary<Made> responses() {
    return Combinators.combine(
            operations().list().ofMaxSize(6),
            messages().list().ofMaxSize(1),
            blockers().list().ofMaxSize(1))
        .as(
            (operations, messages, blockers) -> {
              ContentResponse.Builder response = ContentResponse.builder();
              operations.forEach(response::operation);
              messages.forEach(response::message);
              blockers.forEach(response::automationBlocker);
              return new Made(response.build());
            })
        .withoutEdgeCases();
  }

  /** Sections, multivalues, fields, rows and cells, and a few that most documents do not have. */
  private static Arbitrary<Long> ids() {
    return Arbitraries.frequencyOf(
            Tuple.of(3, Arbitraries.longs().between(5, 11)),
            Tuple.of(3, Arbitraries.longs().between(20, 45)),
            Tuple.of(1, Arbitraries.longs().between(-11, 0)))
        .map(offset -> RandomDocument.FIRST_ID + offset);
  }

  private static Arbitrary<Long> multivalues() {
    return Arbitraries.frequencyOf(
        Tuple.of(6, Arbitraries.longs().between(0, 3).map(at -> RandomDocument.FIRST_ID + at)),
        Tuple.of(1, ids()));
  }

  private static Arbitrary<Operation> operations() {
    Arbitrary<Map<String, DatapointChange>> cells =
        Combinators.combine(
                Arbitraries.of(
                        "code", "amount", "kind", "line_total", "pick", "rate", "note", "unknown")
                    .list()
                    .uniqueElements()
                    .ofMaxSize(3),
                changes().list().ofSize(3))
            .as(
                (columns, changes) -> {
                  Map<String, DatapointChange> row = new LinkedHashMap<>();
                  for (int i = 0; i < columns.size(); i++) {
                    row.put(columns.get(i), changes.get(i));
                  }
                  return row;
                });
    Arbitrary<DatapointChange> values = changes().filter(change -> !change.isEmpty());
    return Arbitraries.frequencyOf(
        Tuple.of(4, Combinators.combine(ids(), values).as(Replace::of)),
        Tuple.of(2, Combinators.combine(multivalues(), cells).as(AddRow::of)),
        Tuple.of(
            1,
            Combinators.combine(multivalues(), cells)
                .as(
                    (id, row) ->
                        AddRow.of(id, row)
                            .withValidationSources(List.of(ValidationSource.CONNECTOR)))),
        // A row and a value that many documents can take, and a row that is removed twice.
        Tuple.of(2, values.map(code -> AddRow.of(RandomDocument.FIRST_ID, Map.of("code", code)))),
        Tuple.of(2, values.map(order -> AddValue.of(RandomDocument.FIRST_ID + 2, order))),
        Tuple.of(
            1,
            Arbitraries.longs()
                .between(20, 24)
                .map(offset -> Remove.of(RandomDocument.FIRST_ID + offset))),
        Tuple.of(1, Combinators.combine(multivalues(), values).as(AddValue::of)),
        Tuple.of(1, ids().map(Remove::of)));
  }

  private static Arbitrary<DatapointChange> changes() {
    Arbitrary<DatapointChange> values =
        Arbitraries.of(
            DatapointChange.empty(),
            DatapointChange.empty(),
            DatapointChange.empty().withValue(""),
            DatapointChange.empty().withValue(""),
            DatapointChange.empty().withValue("a"),
            DatapointChange.empty().withValue("a"),
            DatapointChange.empty().withValue("A"),
            DatapointChange.empty().withValue("b"),
            DatapointChange.empty().withValue("42"),
            DatapointChange.empty().withValue("outside"),
            DatapointChange.empty().withValue("x".repeat(1500)),
            DatapointChange.empty().withValue("x".repeat(1501)),
            DatapointChange.empty().withValue(ReferenceDocument.ANY).withAnyValueAllowed());
    return Combinators.combine(
            values,
            Arbitraries.of(true, false).injectNull(0.8),
            Arbitraries.of(List.<Option>of(), OPTIONS).injectNull(0.9),
            Arbitraries.of(List.of(), List.of(ValidationSource.CONNECTOR)).injectNull(0.7),
            Arbitraries.of(0, 0, 0, 0, 1, 2))
        .as(
            (change, hidden, options, sources, place) -> {
              DatapointChange all = hidden == null ? change : change.withHidden(hidden);
              all = options == null ? all : all.withOptions(options);
              all =
                  sources == null
                      ? all
                      : all.withValidationSources(
                          sources.stream().map(ValidationSource.class::cast).toList());
              return switch (place) {
                case 1 -> all.withPosition(1, new Position(1, 2, 3, 4));
                case 2 -> all.withPositionCleared();
                default -> all;
              };
            });
  }

  private static Arbitrary<Message> messages() {
    return Combinators.combine(
            Arbitraries.of(
                MessageType.ERROR, MessageType.INFO, new MessageType("fatal"), MessageType.WARNING),
            Arbitraries.of("x", "x", "x", "x".repeat(4096), "x".repeat(4097)),
            ids().injectNull(0.5))
        .as(
            (type, text, id) ->
                id == null ? Message.of(type, text) : Message.of(type, text).withDatapoint(id));
  }

  private static Arbitrary<AutomationBlocker> blockers() {
    return ids()
        .injectNull(0.5)
        .map(
            id ->
                id == null
                    ? AutomationBlocker.of("x")
                    : AutomationBlocker.of("x").withDatapoint(id));
  }
}
