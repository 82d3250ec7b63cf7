package io.github.rossumext.rules;

import io.github.rossumext.HookContext;
import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.value.ValidationSource;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * One random edit of a {@link RandomDocument} that loses nothing. Where the document has no such
 * row or cell, it does nothing.
 */
interface Edit {
  void applyTo(ContentEditor content, Journal journal);

  static ContentEditor editor(ContentPayload document) {
    return ContentEditor.of(document, HookContext.of(document));
  }

  /** An editor of the document after these edits. */
  static ContentEditor edited(RandomDocument document, List<Edit> edits) {
    ContentEditor content = editor(document.payload());
    apply(edits, content);
    return content;
  }

  static void apply(List<Edit> edits, ContentEditor content) {
    Journal journal = new Journal(content);
    edits.forEach(edit -> edit.applyTo(content, journal));
  }

  static Arbitrary<Edit> any() {
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(4, Write.any()),
        net.jqwik.api.Tuple.of(1, Copy.any()),
        net.jqwik.api.Tuple.of(3, TableEdit.any()),
        net.jqwik.api.Tuple.of(2, ListEdit.any()));
  }

  static Arbitrary<List<Edit>> some() {
    return any().list().ofMaxSize(20).withoutEdgeCases();
  }

  /** Writes everything as it was received. */
  static void restore(Field field) {
    field.set(field.received().text());
    // Without a schema, a document whose state is known says it itself.
    field.hidden(
        field.received().hidden().orElseGet(() -> field.definition().orElseThrow().isHidden()));
    if (!field.received().isButton()) {
      field
          .received()
          .options()
          .or(() -> field.definition().map(known -> known.options()).filter(all -> !all.isEmpty()))
          .ifPresent(field::options);
      field.validatedBy(field.received().validationSources().toArray(ValidationSource[]::new));
      field
          .received()
          .position()
          .ifPresentOrElse(
              position -> field.position(field.received().page().orElseThrow(), position),
              field::clearPosition);
    }
  }

  /** Copies a field to another one of its kind. */
  record Copy(Target from, Target to) implements Edit {
    static Arbitrary<Copy> any() {
      return Combinators.combine(Target.any(), Target.any())
          .filter((from, to) -> from.kind() == to.kind())
          .as(Copy::new);
    }

    @Override
    public void applyTo(ContentEditor content, Journal journal) {
      Optional<Field> source = from.find(content);
      Optional<Field> target = to.find(content);
      boolean isWritable =
          to.kind() != RandomDocument.Kind.BUTTON && to.kind() != RandomDocument.Kind.FORMULA;
      if (source.isPresent() && target.isPresent() && isWritable) {
        target.get().copyFrom(source.get());
        // The text of an enum that allows others is none of those that all offer.
        if (to.kind() == RandomDocument.Kind.ENUM) {
          target.get().allowAnyValue();
        }
        journal.written(target.get());
      }
    }

    @Override
    public String toString() {
      return to + ".copyFrom(" + from + ")";
    }
  }

  /** Appends, removes, copies and marks rows. */
  record TableEdit(String table, int index, String what, Map<String, Object> cells)
      implements Edit {
    static Arbitrary<TableEdit> any() {
      Arbitrary<Map<String, Object>> lines =
          Combinators.combine(
                  Arbitraries.of("", "a", "42"),
                  Write.numbers(),
                  Write.days(),
                  Arbitraries.of("", "a", "B"),
                  Arbitraries.subsetOf("code", "amount", "day", "kind"))
              .as(
                  (code, amount, day, kind, columns) -> {
                    Map<String, Object> cells =
                        new LinkedHashMap<>(
                            Map.of("code", code, "amount", amount, "day", day, "kind", kind));
                    cells.keySet().retainAll(columns);
                    return cells;
                  });
      Arbitrary<Map<String, Object>> taxes =
          Combinators.combine(
                  Write.numbers().optional(), Arbitraries.integers(), Arbitraries.of("a", "b"))
              .as((rate, base, name) -> Map.of("rate", rate, "base", base, "name", name));
      return Arbitraries.oneOf(of("lines", lines), of("taxes", taxes));
    }

    private static Arbitrary<TableEdit> of(String table, Arbitrary<Map<String, Object>> cells) {
      return Arbitraries.oneOf(
          Combinators.combine(
                  Target.indexes(),
                  Arbitraries.of(
                      "append", "appendCopyOf", "remove", "removeIf", "validatedBy", "clear"))
              .as((index, what) -> new TableEdit(table, index, what, Map.of())),
          cells.map(of -> new TableEdit(table, 0, "appendMap", of)));
    }

    @Override
    public void applyTo(ContentEditor content, Journal journal) {
      Table edited = content.table(table);
      List<Row> rows = edited.rows();
      Row row = rows.isEmpty() ? null : rows.get(index % rows.size());
      switch (what) {
        case "append" -> append(edited, Map.of(), journal);
        case "appendMap" -> {
          Map<String, Object> known = new LinkedHashMap<>(cells);
          known.keySet().removeIf(column -> !edited.mayHave(column));
          append(edited, known, journal);
        }
        case "clear" -> {
          edited.clear();
          for (Row removed : rows) {
            journal.removed(edited.id(), 0, removed.fields());
          }
        }
        case "removeIf" -> {
          edited.removeIf(candidate -> rows.indexOf(candidate) % 2 == 1);
          for (int i = 1; i <= rows.size() / 2; i++) {
            journal.removed(edited.id(), i, rows.get(2 * i - 1).fields());
          }
        }
        default -> {
          if (row != null) {
            applyTo(row, rows.indexOf(row), journal);
          }
        }
      }
    }

    private static void append(Table table, Map<String, Object> cells, Journal journal) {
      Row row = table.append(cells);
      journal.appended(table.id());
      complete(row, journal);
    }

    /** A row without any cell would be lost, so it gets one, or is removed where it cannot. */
    private static void complete(Row row, Journal journal) {
      String first = RandomDocument.columns(row.table().schemaId()).get(0);
      if (row.fields().isEmpty()) {
        row.set(first, "");
      } else if (row.fields().stream().noneMatch(ShownDocument::isSent)) {
        journal.removed(row.table().id(), row.table().size() - 1, row.fields());
        row.remove();
      }
    }

    private void applyTo(Row row, int at, Journal journal) {
      switch (what) {
        case "appendCopyOf" -> {
          Row copy = row.table().appendCopyOf(row);
          journal.appended(row.table().id());
          if (table.equals("lines")) {
            // Whatever the enum was allowed to hold.
            copy.find("kind").ifPresent(Field::allowAnyValue);
          }
          complete(copy, journal);
        }
        case "remove" -> {
          row.remove();
          journal.removed(row.table().id(), at, row.fields());
        }
        default -> {
          row.validatedBy(ValidationSource.CONNECTOR, ValidationSource.HISTORY);
          for (Field cell : row.fields()) {
            if (RandomDocument.kind(cell.schemaId()) != RandomDocument.Kind.BUTTON) {
              journal.written(cell);
            }
          }
        }
      }
    }

    @Override
    public String toString() {
      return table + "." + what + "(" + (cells.isEmpty() ? index : cells) + ")";
    }
  }

  /** Appends to simple multivalues, and removes. */
  record ListEdit(String list, int index, String what) implements Edit {
    static Arbitrary<ListEdit> any() {
      return Combinators.combine(
              Arbitraries.of(RandomDocument.LISTS),
              Target.indexes(),
              Arbitraries.of("append", "append", "appendNumber", "appendDay", "remove", "clear"))
          .as(ListEdit::new)
          .filter(edit -> edit.list.equals("orders") || !edit.what.equals("appendDay"));
    }

    @Override
    public void applyTo(ContentEditor content, Journal journal) {
      ValueList edited = content.list(list);
      List<Field> values = edited.fields();
      switch (what) {
        case "append" -> edited.append(index == 0 ? "" : "4" + index);
        case "appendNumber" -> edited.append(new BigDecimal("4.20"));
        case "appendDay" -> edited.append(LocalDate.of(2022, 5, 13));
        case "clear" -> {
          edited.clear();
          values.forEach(value -> journal.removed(edited.id(), 0, List.of(value)));
        }
        default -> {
          if (!values.isEmpty()) {
            int at = index % values.size();
            int[] next = {0};
            edited.removeIf(value -> next[0]++ == at);
            journal.removed(edited.id(), at, List.of(values.get(at)));
          }
        }
      }
      if (what.startsWith("append")) {
        journal.appended(edited.id());
      }
    }

    @Override
    public String toString() {
      return list + "." + what + "(" + index + ")";
    }
  }
}
