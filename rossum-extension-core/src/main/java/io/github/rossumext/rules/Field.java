package io.github.rossumext.rules;

import io.github.rossumext.content.Datapoint;
import io.github.rossumext.internal.json.Texts;
import io.github.rossumext.response.AutomationBlocker;
import io.github.rossumext.schema.DatapointType;
import io.github.rossumext.schema.SchemaDatapoint;
import io.github.rossumext.value.Html;
import io.github.rossumext.value.Message;
import io.github.rossumext.value.MessageType;
import io.github.rossumext.value.Option;
import io.github.rossumext.value.Position;
import io.github.rossumext.value.ValidationSource;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A field of the live document, or a cell of a row. Reads reflect the edits; writing what is there
 * already changes nothing, where "the same" goes by type: numbers by value, dates by day, texts by
 * text. The type is what the author asked for, else what the schema says. Mutable and not
 * thread-safe.
 *
 * <p>Machine text is what Rossum exchanges: ISO dates, plain decimals. What the user sees may be
 * formatted otherwise.
 */
public sealed class Field permits NumberField, DateField {
  private final ContentEditor editor;
  private final Slot slot;

  Field(ContentEditor editor, Slot slot) {
    this.editor = editor;
    this.slot = slot;
  }

  /** Its schema id, such as {@code invoice_id}. */
  public final String schemaId() {
    return slot.schemaId();
  }

  /** Whether it belongs to a row, or is a value, that was appended in this call. */
  public final boolean isNew() {
    return slot.isNew();
  }

  /**
   * Its id, as messages and operations name it.
   *
   * @throws IllegalStateException if it {@link #isNew()}: the id comes with the next event
   */
  public final long id() {
    return slot.received().id();
  }

  /**
   * The datapoint as Rossum sent it, without the edits: what the extraction saw, and more.
   *
   * @throws IllegalStateException if it {@link #isNew()}
   */
  public final Datapoint received() {
    return slot.received();
  }

  /** What the schema says of it: label, type, format and more; empty if none was sideloaded. */
  public final Optional<SchemaDatapoint> definition() {
    return Optional.ofNullable(schema());
  }

  private @Nullable SchemaDatapoint schema() {
    return editor.definition(slot.schemaId());
  }

  /** The row that it is a cell of; empty for a field outside of tables. */
  public final Optional<Row> row() {
    return slot.row(editor);
  }

  /** The machine text; {@code ""} when empty. */
  public final String text() {
    String value = edit().value();
    return value == null ? slot.text() : value;
  }

  /** The text that the user sees, or will be shown from what was written. */
  public final String displayedText() {
    String value = edit().value();
    return value == null ? slot.displayedText() : value;
  }

  /** Whether it holds something that can be read: any text, or a number or date for its type. */
  public boolean isSet() {
    return !text().isEmpty();
  }

  /** The opposite of {@link #isSet()}. */
  public final boolean isEmpty() {
    return !isSet();
  }

  /** Whether all of these are set. */
  public static boolean allSet(Field... fields) {
    for (Field field : fields) {
      if (field.isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** Whether the user, or an extension before this one, changed it. */
  public final boolean isChanged() {
    return !isNew() && editor.payload().isUpdated(id());
  }

  final boolean isButton() {
    return slot.isButton();
  }

  /** Whether it is a button that the user clicked. */
  public final boolean isClicked() {
    return slot.isButton() && isChanged();
  }

  /**
   * Whether it is hidden as far as the call tells: where neither the document nor a sideloaded
   * schema says so, it counts as shown.
   */
  public final boolean isHidden() {
    Boolean hidden = edit().hidden();
    return hidden == null ? receivedHidden().orElse(false) : hidden;
  }

  private Optional<Boolean> receivedHidden() {
    Optional<Boolean> hidden = slot.hidden();
    SchemaDatapoint schema = hidden.isPresent() ? null : schema();
    return schema == null ? hidden : Optional.of(schema.isHidden());
  }

  /** How sure the extraction is, from 0 to 1; empty for what was not extracted. */
  public final Optional<BigDecimal> confidence() {
    return slot.confidence();
  }

  /** The page that the value stands on, from 1. */
  public final OptionalInt page() {
    FieldEdit.Place place = edit().place();
    return place == null ? slot.page() : place.page();
  }

  /** Where on its page the value stands. */
  public final Optional<Position> position() {
    FieldEdit.Place place = edit().place();
    return place == null ? slot.position() : place.position();
  }

  /**
   * The options of an enum: those that the document was given, else the schema's; none where
   * neither is known. A list of its own.
   */
  public final List<Option> options() {
    List<Option> options = edit().options();
    return options == null ? receivedOptions().orElse(List.of()) : options;
  }

  private Optional<List<Option>> receivedOptions() {
    return slot.options()
        .or(
            () ->
                definition()
                    .filter(known -> known.type().equals(DatapointType.ENUM))
                    .map(SchemaDatapoint::options));
  }

  /** What validates the field; none after a write that was not marked by {@link #validatedBy}. */
  public final List<ValidationSource> validationSources() {
    List<ValidationSource> sources = edit().validationSources();
    if (sources != null) {
      return sources;
    }
    return edit().value() == null || isNew() ? slot.validationSources(editor.edits()) : List.of();
  }

  /**
   * Writes a text; {@code ""} clears the field. Texts are compared to the letter, numbers by value
   * and dates by day. Where the schema says that the field is a number or a date, a text that is
   * none is a lossy write.
   */
  public Field set(String text) {
    Objects.requireNonNull(text, "To clear a field, call clear() or set(\"\").");
    ValueType type = type();
    BigDecimal number = type == ValueType.NUMBER ? Texts.number(text) : null;
    if (number != null) {
      return set(number);
    }
    boolean isReadable = text.isEmpty() || type == ValueType.TEXT || type.canRead(text);
    if (!isReadable && !text.equals(slot.text())) {
      return refuse("is " + type.named() + ", and the text is none");
    }
    write(text, type.isSame(slot.text(), text));
    return this;
  }

  private Field refuse(String why) {
    editor.losses().refuse(slot, why);
    put(edit().withLostValue());
    return this;
  }

  /**
   * Writes a number as a plain decimal with the digits that it has; compared by value. Where the
   * schema says that the field is a date, this is a lossy write.
   */
  public Field set(BigDecimal number) {
    if (type() == ValueType.DATE) {
      return refuse("is a date, and a number is none");
    }
    BigDecimal before = Texts.number(slot.text());
    boolean same = before != null && before.compareTo(number) == 0;
    // Written out, 1E+1000000 is a megabyte of digits: count them first.
    long digits = (long) number.precision() + Math.abs((long) number.scale());
    if (digits > 2L * Losses.MAX_VALUE_LENGTH) {
      accepts(digits);
    } else {
      write(number.toPlainString(), same);
    }
    return this;
  }

  /** Writes a whole number; compared by value. */
  public Field set(long number) {
    return set(BigDecimal.valueOf(number));
  }

  /**
   * Writes a date; compared by day. Where the schema says that the field is a number, this is a
   * lossy write.
   *
   * @throws IllegalArgumentException if the year does not have four digits
   */
  public Field set(LocalDate date) {
    if (type() == ValueType.NUMBER) {
      return refuse("is a number, and a date is none");
    }
    if (date.getYear() < 1 || date.getYear() > 9999) {
      throw new IllegalArgumentException("Rossum's dates have years from 1 to 9999.");
    }
    write(date.toString(), date.equals(DateField.parse(slot.text())));
    return this;
  }

  /** Clears the field, whatever it holds. */
  public final Field clear() {
    write("", slot.text().isEmpty());
    return this;
  }

  /** Writes the machine text of another field, to the letter, whatever it can be read as. */
  public final Field copyFrom(Field other) {
    String text = other.text();
    write(text, type().isSame(slot.text(), text));
    return this;
  }

  /** Writes a text if the field is empty. */
  public final Field defaultTo(String text) {
    return isEmpty() ? set(text) : this;
  }

  /** Writes a number if the field is empty. */
  public final Field defaultTo(BigDecimal number) {
    return isEmpty() ? set(number) : this;
  }

  /** Writes a date if the field is empty. */
  public final Field defaultTo(LocalDate date) {
    return isEmpty() ? set(date) : this;
  }

  /** What it holds, by which "the same" goes. */
  ValueType type() {
    SchemaDatapoint schema = schema();
    return schema == null ? ValueType.TEXT : ValueType.of(schema.type());
  }

  private boolean accepts(long length) {
    boolean accepted = editor.losses().accepts(slot, schema(), length);
    if (!accepted) {
      put(edit().withLostValue());
    }
    return accepted;
  }

  private void write(String text, boolean asReceived) {
    // A new row is sent whole, so that what is written empty is sent empty.
    if (asReceived && !isNew()) {
      put(edit().withValue(null));
    } else if (accepts(text.length())) {
      put(edit().withValue(text));
    }
  }

  /**
   * Says where in the document the value stands.
   *
   * @param page the page, from 1
   * @param position where on the page
   * @throws IllegalArgumentException if the page is not positive
   */
  public final Field position(int page, Position position) {
    if (page < 1) {
      throw new IllegalArgumentException("Pages are counted from 1, so there is no " + page + ".");
    }
    return place(new FieldEdit.Place(OptionalInt.of(page), Optional.of(position)));
  }

  /** Takes away the place of the value in the document. */
  public final Field clearPosition() {
    return place(FieldEdit.Place.NOWHERE);
  }

  private Field place(FieldEdit.Place place) {
    boolean asReceived = place.equals(new FieldEdit.Place(slot.page(), slot.position()));
    put(edit().withPlace(asReceived ? null : place));
    return this;
  }

  /** Offers these choices, in this order, instead of those that the field has. */
  public final Field options(List<Option> options) {
    List<Option> copy = List.copyOf(options);
    boolean asReceived = receivedOptions().filter(copy::equals).isPresent();
    put(edit().withOptions(asReceived ? null : copy));
    return this;
  }

  /** Offers these choices, in this order, instead of those that the field has. */
  public final Field options(Option... options) {
    return options(List.of(options));
  }

  /** Writes the value of a choice. */
  public final Field choose(Option option) {
    return set(option.value());
  }

  /** Lets the value that was just written stand, even if it is none of the field's options. */
  public final Field allowOutsideOptions() {
    put(edit().withAnyValue());
    return this;
  }

  /**
   * Hides or shows the field. Sent unless the document or a sideloaded schema says that the field
   * is so already, since otherwise its state is not known (protocol §3.4).
   */
  public final Field hidden(boolean isHidden) {
    boolean asReceived = receivedHidden().filter(hidden -> hidden == isHidden).isPresent();
    put(edit().withHidden(asReceived ? null : isHidden));
    return this;
  }

  /**
   * Marks the field as validated by these and nothing else; not if the value that was to be marked
   * has just been left out as a lossy write.
   */
  public final Field validatedBy(ValidationSource... sources) {
    put(edit().withValidationSources(List.of(sources)));
    return this;
  }

  /** Marks the field as validated by these too. */
  public final Field alsoValidatedBy(ValidationSource... sources) {
    Set<ValidationSource> all = new LinkedHashSet<>(validationSources());
    all.addAll(Arrays.asList(sources));
    put(edit().withValidationSources(List.copyOf(all)));
    return this;
  }

  /** An error on the field: it blocks confirming and automation. */
  public final Field error(String text) {
    return error(Html.escape(text));
  }

  /** An error on the field: it blocks confirming and automation. */
  public final Field error(Html text) {
    return say(MessageType.ERROR, text);
  }

  /** A warning on the field. */
  public final Field warning(String text) {
    return warning(Html.escape(text));
  }

  /** A warning on the field. */
  public final Field warning(Html text) {
    return say(MessageType.WARNING, text);
  }

  /** A piece of information on the field. */
  public final Field info(String text) {
    return info(Html.escape(text));
  }

  /** A piece of information on the field. */
  public final Field info(Html text) {
    return say(MessageType.INFO, text);
  }

  private Field say(MessageType type, Html text) {
    Message message = Message.of(type, text);
    if (isNew()) {
      editor.losses().saidOnNew("A message", slot);
    }
    editor.say(isNew() ? message : message.withDatapoint(id()));
    return this;
  }

  /** A reason on the field why a user must see the document; honoured at {@code initialize}. */
  public final Field automationBlocker(String text) {
    AutomationBlocker blocker = AutomationBlocker.of(text);
    if (isNew()) {
      editor.losses().saidOnNew("An automation blocker", slot);
    }
    editor.block(isNew() ? blocker : blocker.on(id()));
    return this;
  }

  final NumberField asNumber() {
    return new NumberField(editor, slot);
  }

  final DateField asDate() {
    return new DateField(editor, slot);
  }

  private FieldEdit edit() {
    return slot.edit(editor.edits());
  }

  private void put(FieldEdit edit) {
    slot.put(editor.edits(), edit);
  }

  final @Nullable BigDecimal readNumber() {
    return Texts.number(text());
  }

  final @Nullable LocalDate readDate() {
    return DateField.parse(text());
  }

  /** The schema id and, if it has one, the id; no value. */
  @Override
  public final String toString() {
    return getClass().getSimpleName() + "[" + schemaId() + ", " + (isNew() ? "new" : id()) + "]";
  }
}
