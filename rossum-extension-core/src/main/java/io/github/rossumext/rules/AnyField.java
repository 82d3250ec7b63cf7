package io.github.rossumext.rules;

import io.github.rossumext.content.Datapoint;
import io.github.rossumext.internal.check.FieldFacts;
import io.github.rossumext.internal.check.ValueType;
import io.github.rossumext.internal.help.Printable;
import io.github.rossumext.response.AutomationBlocker;
import io.github.rossumext.response.DatapointChange;
import io.github.rossumext.response.DatapointChange.Part;
import io.github.rossumext.schema.SchemaDatapoint;
import io.github.rossumext.value.Html;
import io.github.rossumext.value.Message;
import io.github.rossumext.value.MessageType;
import io.github.rossumext.value.Option;
import io.github.rossumext.value.Position;
import io.github.rossumext.value.ValidationSource;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The common part of all fields of the document: {@link Field}, {@link NumberField}, {@link
 * DateField} and {@link BooleanField}. Reads see the edits that were made before. A write of what
 * the field already holds is not sent. To decide this, numbers are compared by value, dates by day,
 * and texts exactly. Mutable and not thread-safe.
 *
 * <p>A machine text is a text as Rossum exchanges it: an ISO date, a plain decimal. The user may
 * see another format.
 *
 * @param <F> the type of the field itself, which its methods return
 */
public abstract sealed class AnyField<F extends AnyField<F>>
    permits Field, NumberField, DateField, BooleanField {
  private final ContentEditor editor;
  private final Slot slot;
  // What Rossum sent and the schema do not change while rules edit.
  private @Nullable FieldFacts facts;

  AnyField(ContentEditor editor, Slot slot) {
    this.editor = editor;
    this.slot = slot;
  }

  abstract F self();

  /** What it was opened as. */
  abstract ValueType type();

  /** Returns its schema id, such as {@code invoice_id}. */
  public final String schemaId() {
    return slot.schemaId();
  }

  /**
   * Returns whether it was appended in this request: as a cell of a row, or as a value of a list.
   */
  public final boolean isNew() {
    return slot.isNew();
  }

  /**
   * Returns its id, as messages and operations name it.
   *
   * @throws IllegalStateException if it {@link #isNew()}, because the id comes with the next
   *     request
   */
  public final long id() {
    return slot.received().id();
  }

  /**
   * Returns the datapoint as Rossum sent it, without the edits: what the extraction saw, and more.
   *
   * @throws IllegalStateException if it {@link #isNew()}
   */
  public final Datapoint received() {
    return slot.received();
  }

  /**
   * Returns its definition in the schema: label, type, format and more; empty if no schema was
   * sideloaded.
   */
  public final Optional<SchemaDatapoint> definition() {
    return facts().definition();
  }

  final FieldFacts facts() {
    FieldFacts known = facts;
    if (known == null) {
      known = slot.facts(editor.facts());
      facts = known;
    }
    return known;
  }

  /** Returns the row that it is a cell of; empty for a field outside of tables. */
  public final Optional<Row> row() {
    return slot.row(editor);
  }

  /** Returns the machine text; {@code ""} when empty. */
  public final String text() {
    return change().value().orElseGet(slot::text);
  }

  /** Returns the text that the user sees. After a write in this request, it is the written text. */
  public final String displayedText() {
    Datapoint datapoint = slot.datapoint();
    return change().value().orElseGet(() -> datapoint == null ? "" : datapoint.value());
  }

  /** Returns whether it holds a text, number, date or boolean, depending on how you opened it. */
  public boolean isSet() {
    String text = text();
    return !text.isEmpty() && opened().canRead(text);
  }

  /** What {@link #isSet()} goes by: for a plain field, any text. */
  ValueType opened() {
    return type();
  }

  /** Returns the opposite of {@link #isSet()}. */
  public final boolean isEmpty() {
    return !isSet();
  }

  /** Returns whether the user, or an extension before this one, changed it. */
  public final boolean isChanged() {
    return !isNew() && editor.isUpdated(id());
  }

  final boolean isButton() {
    return facts().isButton();
  }

  /** Returns whether it is a button that the user clicked. */
  public final boolean isClicked() {
    return isChanged() && isButton();
  }

  /**
   * Returns whether it is hidden; false if neither the document nor a sideloaded schema says it.
   */
  public final boolean isHidden() {
    return change().hidden().or(() -> facts().hidden()).orElse(false);
  }

  /** Returns how sure the extraction is, from 0 to 1; empty if the value was not extracted. */
  public final Optional<BigDecimal> confidence() {
    return Optional.ofNullable(slot.datapoint()).flatMap(Datapoint::rirConfidence);
  }

  /** Returns the page of the value, from 1. */
  public final OptionalInt page() {
    return change().parts().contains(Part.POSITION) ? change().page() : receivedPage();
  }

  private OptionalInt receivedPage() {
    Datapoint datapoint = slot.datapoint();
    return datapoint == null ? OptionalInt.empty() : datapoint.page();
  }

  /** Returns the position of the value on its page. */
  public final Optional<Position> position() {
    return change().parts().contains(Part.POSITION) ? change().position() : receivedPosition();
  }

  private Optional<Position> receivedPosition() {
    return Optional.ofNullable(slot.datapoint()).flatMap(Datapoint::position);
  }

  /**
   * Returns the options of an enum: those of the document, or else those of the schema; empty if
   * both are unknown. The list is a copy: you may change it, and the field stays the same.
   */
  public final List<Option> options() {
    return new ArrayList<>(change().options().or(() -> facts().options()).orElse(List.of()));
  }

  /** Returns what validates the field. A write empties the list, until you mark the field again. */
  public final List<ValidationSource> validationSources() {
    return change()
        .validationSources()
        .orElseGet(
            () -> change().value().isEmpty() || isNew() ? slot.validationSources() : List.of());
  }

  /**
   * Writes a text in machine format; {@code ""} clears the field. Numbers are compared by value,
   * dates by day, texts exactly.
   */
  public abstract F set(String text);

  final F write(String text) {
    return put(edit().writing(this, text));
  }

  final F write(BigDecimal number) {
    return put(edit().writing(this, number));
  }

  final F write(LocalDate date) {
    return put(edit().writing(this, date));
  }

  final F write(boolean value) {
    return put(edit().writing(this, value));
  }

  final Slot slot() {
    return slot;
  }

  final void lost(String why) {
    editor.lost(slot, why);
  }

  /** Clears the field. */
  public final F clear() {
    return put(edit().clearing(this));
  }

  /**
   * Writes the machine text of another field unchanged, also if it cannot be read as the type of
   * this one.
   */
  public final F copyFrom(AnyField<?> other) {
    return put(edit().copying(this, other.text()));
  }

  /** Writes a text if the field is empty. */
  public final F defaultTo(String text) {
    return isEmpty() ? set(text) : self();
  }

  /** Writes the value of an option. */
  public final F choose(Option option) {
    return set(option.value());
  }

  /**
   * Sends the text that was written, even if it is not among the options of the field. Call it
   * after {@code set(…)}.
   */
  public final F allowAnyValue() {
    return put(edit().with(change().withAnyValueAllowed()));
  }

  /**
   * Sets the position of the value in the document.
   *
   * @param page the page, from 1
   * @param position the position on the page
   * @throws IllegalArgumentException if the page is not positive
   */
  public final F position(int page, Position position) {
    return putUnlessReceived(
        change().withPosition(page, position),
        Part.POSITION,
        receivedPosition().filter(position::equals).isPresent()
            && receivedPage().equals(OptionalInt.of(page)));
  }

  /** Clears the position of the value in the document. */
  public final F clearPosition() {
    return putUnlessReceived(
        change().withPositionCleared(),
        Part.POSITION,
        receivedPosition().isEmpty() && receivedPage().isEmpty());
  }

  /** Sets the options of the field, in this order. */
  public final F options(List<Option> options) {
    DatapointChange changed = change().withOptions(options);
    List<Option> known = facts().options().orElse(null);
    return putUnlessReceived(
        changed,
        Part.OPTIONS,
        options.equals(known) || changed.options().orElseThrow().equals(known));
  }

  /** Sets the options of the field, in this order. */
  public final F options(Option... options) {
    return options(List.of(options));
  }

  /** Hides the field; see {@link #hidden}. */
  public final F hide() {
    return hidden(true);
  }

  /** Shows the field; see {@link #hidden}. */
  public final F show() {
    return hidden(false);
  }

  /**
   * Hides or shows the field. Nothing is sent if the document or a sideloaded schema says that this
   * is already so.
   */
  public final F hidden(boolean isHidden) {
    return putUnlessReceived(
        change().withHidden(isHidden),
        Part.HIDDEN,
        facts().hidden().filter(hidden -> hidden == isHidden).isPresent());
  }

  /**
   * Marks the field as validated by these sources only. The mark is for the value that was written
   * before it, and does not count for another one that is written later. If the value written
   * before was left out as a lossy write, the mark is left out, too.
   */
  public final F validatedBy(ValidationSource... sources) {
    return put(edit().withValidationSources(List.of(sources)));
  }

  /** Marks the field as validated by these sources, in addition to those that it has. */
  public final F alsoValidatedBy(ValidationSource... sources) {
    Set<ValidationSource> all = new LinkedHashSet<>(validationSources());
    all.addAll(Arrays.asList(sources));
    return put(edit().withValidationSources(List.copyOf(all)));
  }

  /** Adds an error on the field: it blocks confirming and automation. */
  public final F error(String text) {
    return say(MessageType.ERROR, text);
  }

  /** Adds an error on the field: it blocks confirming and automation. */
  public final F error(Html text) {
    return say(MessageType.ERROR, text);
  }

  /** Adds a warning on the field. */
  public final F warning(String text) {
    return say(MessageType.WARNING, text);
  }

  /** Adds a warning on the field. */
  public final F warning(Html text) {
    return say(MessageType.WARNING, text);
  }

  /** Adds an info message on the field. */
  public final F info(String text) {
    return say(MessageType.INFO, text);
  }

  /** Adds an info message on the field. */
  public final F info(Html text) {
    return say(MessageType.INFO, text);
  }

  /** Adds a message of this type on the field. The type may come from the settings. */
  public final F say(MessageType type, String text) {
    return say(type, Html.escape(text));
  }

  /** Adds a message of this type on the field. The type may come from the settings. */
  public final F say(MessageType type, Html text) {
    Message message = Message.of(type, text);
    if (isNew()) {
      editor.saidOnNew("A message", slot);
    }
    editor.say(isNew() ? message : message.withDatapoint(id()));
    return self();
  }

  /**
   * Adds a reason, on the field, why a user must see the document. Rossum reads it at {@code
   * initialize} only.
   */
  public final F automationBlocker(String text) {
    if (isNew()) {
      editor.saidOnNew("An automation blocker", slot);
    }
    editor.block(
        isNew() ? AutomationBlocker.of(text) : AutomationBlocker.of(text).withDatapoint(id()));
    return self();
  }

  final Field asField() {
    return new Field(editor, slot);
  }

  final NumberField asNumber() {
    return new NumberField(editor, slot);
  }

  final DateField asDate() {
    return new DateField(editor, slot);
  }

  final BooleanField asBool() {
    return new BooleanField(editor, slot);
  }

  /** Whether the last value that was to be written was left out as a loss. */
  final boolean isValueLost() {
    return edit().isValueLost();
  }

  private FieldEdit edit() {
    return slot.edit(editor.edits());
  }

  final DatapointChange change() {
    return edit().change();
  }

  private F put(FieldEdit edit) {
    slot.put(editor.edits(), edit);
    return self();
  }

  /** Keeps a changed part, unless Rossum has sent the same. */
  private F putUnlessReceived(DatapointChange changed, Part part, boolean isReceived) {
    return put(edit().with(isReceived ? changed.without(part) : changed));
  }

  final @Nullable BigDecimal readNumber() {
    return ValueType.number(text());
  }

  final @Nullable LocalDate readDate() {
    return ValueType.date(text());
  }

  final @Nullable Boolean readFlag() {
    return ValueType.flag(text());
  }

  /** Returns the schema id and, if the field has one, the id, and no value. */
  @Override
  public final String toString() {
    return getClass().getSimpleName()
        + "["
        + Printable.word(schemaId())
        + ", "
        + (isNew() ? "new" : id())
        + "]";
  }
}
