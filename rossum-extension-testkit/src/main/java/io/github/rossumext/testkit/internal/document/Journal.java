package io.github.rossumext.testkit.internal.document;

import io.github.rossumext.value.Option;
import io.github.rossumext.value.Position;
import io.github.rossumext.value.ValidationSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The fields that change between two moments, with their earlier state. Not thread-safe. */
public final class Journal {
  private final Map<DocumentNode, State> before = new LinkedHashMap<>();
  private final Map<DocumentNode, State> removed = new LinkedHashMap<>();
  private final Set<DocumentNode> added = new LinkedHashSet<>();

  Journal() {}

  /**
   * Creates the object that reports a change.
   *
   * @param <C> the change
   */
  public interface ToChange<C> {
    /** Returns the change of one part of a field. */
    C change(long id, String schemaId, String what, String before, String after, String path);
  }

  private record State(
      String path,
      String value,
      String hidden,
      String options,
      String sources,
      String page,
      String position) {
    static State of(DocumentNode field) {
      return new State(
          field.path(),
          field.displayed(),
          String.valueOf(field.isHidden()),
          field
              .options()
              .map(options -> options.stream().map(State::shown).toList().toString())
              .orElse(""),
          field.validationSources().stream()
              .map(ValidationSource::value)
              .sorted()
              .toList()
              .toString(),
          field.page().isPresent() ? String.valueOf(field.page().getAsInt()) : "",
          field.position().map(Position::toString).orElse(""));
    }

    private static String shown(Option option) {
      return option.label().equals(option.value())
          ? option.value()
          : (option.value() + " (" + option.label() + ")").strip();
    }
  }

  void changing(DocumentNode field) {
    if (!added.contains(field) && !before.containsKey(field)) {
      before.put(field, State.of(field));
    }
  }

  void added(DocumentNode field) {
    added.add(field);
  }

  void removed(DocumentNode field) {
    if (!added.remove(field)) {
      State changed = before.remove(field);
      removed.put(field, changed == null ? State.of(field) : changed);
    }
  }

  <C> List<C> changes(ToChange<C> made) {
    List<C> changes = new ArrayList<>();
    before.forEach(
        (field, was) -> {
          State is = State.of(field);
          compare(field, "value", was.value(), is.value(), made, changes);
          compare(field, "hidden", was.hidden(), is.hidden(), made, changes);
          compare(field, "options", was.options(), is.options(), made, changes);
          compare(field, "validation_sources", was.sources(), is.sources(), made, changes);
          compare(field, "page", was.page(), is.page(), made, changes);
          compare(field, "position", was.position(), is.position(), made, changes);
        });
    removed.forEach(
        (field, was) ->
            changes.add(
                made.change(field.id(), field.schemaId(), "removed", was.value(), "", was.path())));
    added.forEach(
        field ->
            changes.add(
                made.change(
                    field.id(), field.schemaId(), "added", "", field.displayed(), field.path())));
    return changes;
  }

  private static <C> void compare(
      DocumentNode field, String what, String was, String is, ToChange<C> made, List<C> changes) {
    if (!was.equals(is)) {
      changes.add(made.change(field.id(), field.schemaId(), what, was, is, field.path()));
    }
  }
}
