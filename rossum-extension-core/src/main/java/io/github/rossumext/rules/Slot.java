package io.github.rossumext.rules;

import io.github.rossumext.content.Datapoint;
import io.github.rossumext.content.Multivalue;
import io.github.rossumext.content.Tuple;
import io.github.rossumext.internal.check.DocumentFacts;
import io.github.rossumext.internal.check.FieldFacts;
import io.github.rossumext.internal.help.HelpTopic;
import io.github.rossumext.internal.help.Mistake;
import io.github.rossumext.internal.help.Printable;
import io.github.rossumext.value.ValidationSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a field was before the edits: a datapoint that Rossum sent, or nothing that is filled. */
abstract sealed class Slot {
  abstract FieldEdit edit(Edits edits);

  abstract void put(Edits edits, FieldEdit edit);

  /** Removes the value of a simple multivalue. */
  abstract void removeFrom(Edits edits);

  abstract String schemaId();

  /** The datapoint that Rossum sent; null for a field that is new. */
  abstract @Nullable Datapoint datapoint();

  abstract FieldFacts facts(DocumentFacts document);

  /** The row that the field is a cell of. */
  abstract Optional<Row> row(ContentEditor editor);

  /** What validates it, its own edits left aside. */
  abstract List<ValidationSource> validationSources();

  /** The datapoint that Rossum sent; throws for a field that is new. */
  final Datapoint received() {
    Datapoint datapoint = datapoint();
    if (datapoint == null) {
      throw Mistake.ofState(
          HelpTopic.NEW_ROW.explain(
              "'"
                  + schemaId()
                  + "' is new, so it has no id and no received content yet. Both come with the"
                  + " next request."));
    }
    return datapoint;
  }

  final boolean isNew() {
    return datapoint() == null;
  }

  /** The machine text that Rossum sent; {@code ""} for a field that is new. */
  final String text() {
    Datapoint datapoint = datapoint();
    return datapoint == null ? "" : datapoint.text();
  }

  final IllegalStateException removed(String what) {
    return Mistake.ofState(
        Printable.name(schemaId()) + " cannot be changed, because " + what + " is removed.");
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
      if (datapoint.parent().orElse(null) instanceof Tuple row && edits.isRemoved(row)) {
        throw removed("its row");
      }
      edits.put(datapoint, edit);
    }

    @Override
    void removeFrom(Edits edits) {
      if (datapoint.parent().orElse(null) instanceof Multivalue list) {
        edits.remove(datapoint, list);
      }
    }

    @Override
    String schemaId() {
      return datapoint.schemaId();
    }

    @Override
    Datapoint datapoint() {
      return datapoint;
    }

    @Override
    FieldFacts facts(DocumentFacts document) {
      return document.field(datapoint);
    }

    @Override
    Optional<Row> row(ContentEditor editor) {
      return datapoint.parent().orElse(null) instanceof Tuple row
              && row.parent().orElse(null) instanceof Multivalue table
          ? Optional.of(new Row.Received(new Table(editor, table), row))
          : Optional.empty();
    }

    @Override
    List<ValidationSource> validationSources() {
      return datapoint.validationSources();
    }
  }

  /** A cell of a row that was appended, or a value that was appended to a simple multivalue. */
  static final class Fresh extends Slot {
    private final Addition addition;
    private final String schemaId;

    Fresh(Addition addition, String schemaId) {
      this.addition = addition;
      this.schemaId = schemaId;
    }

    @Override
    FieldEdit edit(Edits edits) {
      return addition.cell(schemaId);
    }

    @Override
    void put(Edits edits, FieldEdit edit) {
      if (!addition.isPresent) {
        throw removed("its row");
      }
      edits.put(addition, schemaId, edit);
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
    @Nullable Datapoint datapoint() {
      return null;
    }

    @Override
    FieldFacts facts(DocumentFacts document) {
      return addition.isRow()
          ? document.newCell(addition.multivalue(), schemaId)
          : document.field(schemaId);
    }

    @Override
    Optional<Row> row(ContentEditor editor) {
      return addition.isRow()
          ? Optional.of(new Row.Appended(new Table(editor, addition.multivalue()), addition))
          : Optional.empty();
    }

    @Override
    List<ValidationSource> validationSources() {
      return addition.isPresent ? addition.validationSources : List.of();
    }
  }
}
