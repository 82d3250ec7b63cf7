package io.github.rossumext.rules;

import io.github.rossumext.content.Datapoint;
import io.github.rossumext.content.Tuple;
import io.github.rossumext.internal.help.HelpTopic;
import io.github.rossumext.value.Option;
import io.github.rossumext.value.Position;
import io.github.rossumext.value.ValidationSource;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What a field was before the edits: a datapoint that Rossum sent, or nothing that is filled. */
abstract sealed class Slot {
  /** Where the edits of the field are kept. */
  abstract FieldEdit edit(Edits edits);

  abstract void put(Edits edits, FieldEdit edit);

  /** Removes the value of a simple multivalue. */
  abstract void removeFrom(Edits edits);

  abstract String schemaId();

  /** The datapoint that Rossum sent; throws for a field that is new. */
  abstract Datapoint received();

  /** The row that the field is a cell of. */
  abstract Optional<Row> row(ContentEditor editor);

  abstract boolean isNew();

  abstract boolean isButton();

  abstract String text();

  abstract String displayedText();

  abstract OptionalInt page();

  abstract Optional<Position> position();

  abstract Optional<Boolean> hidden();

  abstract Optional<List<Option>> options();

  /** What validates it but for the edits of its own. */
  abstract List<ValidationSource> validationSources(Edits edits);

  abstract Optional<BigDecimal> confidence();

  final IllegalStateException removed(String what) {
    return new IllegalStateException(
        "'" + schemaId() + "' cannot be changed, since " + what + " is removed.");
  }

  /** A datapoint that Rossum sent. */
  static final class Received extends Slot {
    private final Datapoint datapoint;

    Received(Datapoint datapoint) {
      this.datapoint = datapoint;
    }

    @Override
    FieldEdit edit(Edits edits) {
      return edits.of(datapoint);
    }

    @Override
    void put(Edits edits, FieldEdit edit) {
      if (edits.isRemoved(datapoint)) {
        throw removed("it");
      }
      if (datapoint.parent().filter(edits::isRemoved).isPresent()) {
        throw removed("its row");
      }
      edits.put(datapoint, edit);
    }

    @Override
    void removeFrom(Edits edits) {
      edits.remove(datapoint);
    }

    @Override
    String schemaId() {
      return datapoint.schemaId();
    }

    @Override
    Datapoint received() {
      return datapoint;
    }

    @Override
    Optional<Row> row(ContentEditor editor) {
      return datapoint
          .parent()
          .filter(Tuple.class::isInstance)
          .map(Tuple.class::cast)
          .flatMap(row -> Row.received(editor, row));
    }

    @Override
    boolean isNew() {
      return false;
    }

    @Override
    boolean isButton() {
      return datapoint.isButton();
    }

    @Override
    String text() {
      return datapoint.text();
    }

    @Override
    String displayedText() {
      return datapoint.value();
    }

    @Override
    OptionalInt page() {
      return datapoint.page();
    }

    @Override
    Optional<Position> position() {
      return datapoint.position();
    }

    @Override
    Optional<Boolean> hidden() {
      return datapoint.hidden();
    }

    @Override
    Optional<List<Option>> options() {
      return datapoint.options();
    }

    @Override
    List<ValidationSource> validationSources(Edits edits) {
      return datapoint.validationSources();
    }

    @Override
    Optional<BigDecimal> confidence() {
      return datapoint.rirConfidence();
    }
  }

  /** A cell of a row that was appended, or a value that was appended to a simple multivalue. */
  static final class Fresh extends Slot {
    private final Addition addition;
    private final String schemaId;
    private final boolean isButton;

    Fresh(Addition addition, String schemaId, boolean isButton) {
      this.addition = addition;
      this.schemaId = schemaId;
      this.isButton = isButton;
    }

    @Override
    FieldEdit edit(Edits edits) {
      return edits.of(addition).cell(schemaId);
    }

    @Override
    void put(Edits edits, FieldEdit edit) {
      if (!edits.has(addition)) {
        throw new IllegalStateException(
            "'" + schemaId + "' cannot be changed, since its row is removed.");
      }
      edits.put(addition, edits.of(addition).with(schemaId, edit));
    }

    @Override
    void removeFrom(Edits edits) {
      edits.remove(addition);
    }

    @Override
    String schemaId() {
      return schemaId;
    }

    @Override
    Datapoint received() {
      throw new IllegalStateException(
          HelpTopic.NEW_ROW.explain(
              "'"
                  + schemaId
                  + "' is new, so it has no id and nothing that Rossum sent: that comes with the"
                  + " next event."));
    }

    @Override
    Optional<Row> row(ContentEditor editor) {
      return addition.isRow()
          ? Optional.of(new Row(new Table(editor, addition.multivalue()), addition))
          : Optional.empty();
    }

    @Override
    boolean isNew() {
      return true;
    }

    @Override
    boolean isButton() {
      return isButton;
    }

    @Override
    String text() {
      return "";
    }

    @Override
    String displayedText() {
      return "";
    }

    @Override
    OptionalInt page() {
      return OptionalInt.empty();
    }

    @Override
    Optional<Position> position() {
      return Optional.empty();
    }

    @Override
    Optional<Boolean> hidden() {
      return Optional.empty();
    }

    @Override
    Optional<List<Option>> options() {
      return Optional.empty();
    }

    @Override
    List<ValidationSource> validationSources(Edits edits) {
      return edits.of(addition).validationSources();
    }

    @Override
    Optional<BigDecimal> confidence() {
      return Optional.empty();
    }
  }

  static Slot of(Datapoint datapoint) {
    return new Received(datapoint);
  }

  static Slot ofCell(Addition row, String column, boolean isButton) {
    return new Fresh(row, column, isButton);
  }

  static Slot ofValue(Addition value, String schemaId) {
    return new Fresh(value, schemaId, false);
  }
}
