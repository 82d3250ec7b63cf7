package io.github.rossumext.edit;

import io.github.rossumext.content.Datapoint;
import io.github.rossumext.json.Texts;
import io.github.rossumext.response.AutomationBlocker;
import io.github.rossumext.value.Html;
import io.github.rossumext.value.Message;
import io.github.rossumext.value.MessageType;
import io.github.rossumext.value.Option;
import io.github.rossumext.value.ValidationSource;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A field of the live document. Reads reflect the edits; writing what is there already changes
 * nothing, where "the same" goes by type: numbers by value, dates by day, texts by text. Mutable
 * and not thread-safe.
 *
 * <p>Machine text is what Rossum exchanges: ISO dates, plain decimals. What the user sees may be
 * formatted otherwise.
 */
public sealed class Field permits NumberField, DateField {
  private final ContentEditor editor;
  private final Datapoint received;

  Field(ContentEditor editor, Datapoint received) {
    this.editor = editor;
    this.received = received;
  }

  /** Its schema id, such as {@code invoice_id}. */
  public final String schemaId() {
    return received.schemaId();
  }

  /** Its id, as messages and operations name it. */
  public final long id() {
    return received.id();
  }

  /** The datapoint as Rossum sent it, without the edits. */
  public final Datapoint received() {
    return received;
  }

  /** The machine text; {@code ""} when empty. */
  public final String text() {
    String value = edit().value();
    return value == null ? received.text() : value;
  }

  /** The text that the user sees, or will be shown from what was written. */
  public final String displayedText() {
    String value = edit().value();
    return value == null ? received.value() : value;
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
    return editor.payload().isUpdated(received.id());
  }

  /** Whether it is hidden as far as the call tells: without an override it counts as shown. */
  public final boolean isHidden() {
    Boolean hidden = edit().hidden();
    return hidden == null ? received.hidden().orElse(false) : hidden;
  }

  /** How sure the extraction is, from 0 to 1; empty for what was not extracted. */
  public final Optional<BigDecimal> confidence() {
    return received.rirConfidence();
  }

  /** The options of an enum; none if its list was not overridden. A list of its own. */
  public final List<Option> options() {
    List<Option> options = edit().options();
    return options == null ? received.options().orElse(List.of()) : options;
  }

  /** What validates the field; none after a write that was not marked by {@link #validatedBy}. */
  public final List<ValidationSource> validationSources() {
    List<ValidationSource> sources = edit().validationSources();
    if (sources != null) {
      return sources;
    }
    return edit().value() == null ? received.validationSources() : List.of();
  }

  /** Writes a text; {@code ""} clears the field. Texts are compared to the letter. */
  public Field set(String text) {
    Objects.requireNonNull(text, "To clear a field, call clear() or set(\"\").");
    write(text, isReceived(text));
    return this;
  }

  /** Writes a number as a plain decimal with the digits that it has; compared by value. */
  public Field set(BigDecimal number) {
    BigDecimal before = Texts.number(received.text());
    boolean same = before != null && before.compareTo(number) == 0;
    // Written out, 1E+1000000 is a megabyte of digits: count them first.
    long digits = (long) number.precision() + Math.abs((long) number.scale());
    if (digits > 2L * Losses.MAX_VALUE_LENGTH) {
      accepts((int) Math.min(digits, Integer.MAX_VALUE));
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
   * Writes a date; compared by day.
   *
   * @throws IllegalArgumentException if the year does not have four digits
   */
  public Field set(LocalDate date) {
    if (date.getYear() < 1 || date.getYear() > 9999) {
      throw new IllegalArgumentException("Rossum's dates have years from 1 to 9999.");
    }
    write(date.toString(), date.equals(DateField.parse(received.text())));
    return this;
  }

  /** Clears the field, whatever it holds. */
  public final Field clear() {
    write("", received.text().isEmpty());
    return this;
  }

  /** Writes the machine text of another field, to the letter, whatever it can be read as. */
  public final Field copyFrom(Field other) {
    String text = other.text();
    write(text, isReceived(text));
    return this;
  }

  /** Whether a text says what Rossum sent, by the type of the field. */
  boolean isReceived(String text) {
    return text.equals(received.text());
  }

  /** Writes a text if the field is empty. */
  public final Field defaultTo(String text) {
    return isEmpty() ? set(text) : this;
  }

  private boolean accepts(int length) {
    boolean accepted = editor.edits().losses().accepts(received, length);
    if (!accepted) {
      put(edit().withLostValue());
    }
    return accepted;
  }

  private void write(String text, boolean asReceived) {
    if (accepts(text.length())) {
      put(edit().withValue(asReceived ? null : text));
    }
  }

  /** Offers these choices, in this order, instead of those that the field has. */
  public final Field options(List<Option> options) {
    List<Option> copy = List.copyOf(options);
    boolean asReceived = received.options().filter(copy::equals).isPresent();
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

  /**
   * Hides or shows the field. Sent unless Rossum said that the field is so already, since without
   * an override its state is not known (protocol §3.4).
   */
  public final Field hidden(boolean isHidden) {
    boolean asReceived = received.hidden().filter(hidden -> hidden == isHidden).isPresent();
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
    editor.say(Message.of(type, text).on(received.id()));
    return this;
  }

  /** A reason on the field why a user must see the document; honoured at {@code initialize}. */
  public final Field automationBlocker(String text) {
    editor.block(AutomationBlocker.of(text).on(received.id()));
    return this;
  }

  private FieldEdit edit() {
    return editor.edits().of(received);
  }

  private void put(FieldEdit edit) {
    editor.edits().put(received, edit);
  }

  final @Nullable BigDecimal readNumber() {
    return Texts.number(text());
  }

  final @Nullable LocalDate readDate() {
    return DateField.parse(text());
  }

  /** The schema id and id; no value. */
  @Override
  public final String toString() {
    return getClass().getSimpleName() + "[" + schemaId() + ", " + id() + "]";
  }
}
