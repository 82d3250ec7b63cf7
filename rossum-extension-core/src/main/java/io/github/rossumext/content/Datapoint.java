package io.github.rossumext.content;

import io.github.rossumext.internal.json.JsonSlice;
import io.github.rossumext.internal.text.Numbers;
import io.github.rossumext.value.Option;
import io.github.rossumext.value.Position;
import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.ValidationSource;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A field, a cell or a button as Rossum sent it. It decodes a value when you read it, and keeps the
 * text only. So each call of another accessor decodes again. Immutable and thread-safe.
 *
 * @see <a
 *     href="https://github.com/rossumext/rossum-extension/blob/main/docs/protocol.md#the-datapoint-tree">The
 *     protocol: the datapoint tree</a>
 */
public final class Datapoint extends Node {
  /** The place of a value that is missing. */
  static final int ABSENT = -1;

  /** The parts of a datapoint that are known to be there, or not, without looking. */
  static final int CONTENT = 1;

  static final int OPTIONS = 2;
  static final int HIDDEN = 4;

  private final int parts;
  private final int value;
  private final int normalizedValue;
  // Written without a lock: at worst, two threads decode the same text.
  private volatile @Nullable String text;

  Datapoint(
      byte[] json,
      int start,
      long id,
      String schemaId,
      Category category,
      int parts,
      int value,
      int normalizedValue) {
    super(json, start, id, schemaId, category);
    this.parts = parts;
    this.value = value;
    this.normalizedValue = normalizedValue;
  }

  /** Returns whether it is a button, which has no content. */
  public boolean isButton() {
    return (parts & CONTENT) == 0;
  }

  /** Returns the value as it is displayed, such as {@code 1,132.87}; {@code ""} when empty. */
  public String value() {
    String displayed = value == ABSENT ? null : JsonSlice.scalar(json(), value);
    return displayed == null ? "" : displayed;
  }

  /**
   * Returns the value in machine format, such as {@code 1132.87}; empty unless it is a number or
   * date.
   */
  public Optional<String> normalizedValue() {
    return Optional.ofNullable(
            normalizedValue == ABSENT ? null : JsonSlice.scalar(json(), normalizedValue))
        .filter(known -> !known.equals("None"));
  }

  /** Returns the machine text: the normalized value, or the displayed one if that is empty. */
  public String text() {
    String known = text;
    if (known == null) {
      known = normalizedValue().filter(normalized -> !normalized.isEmpty()).orElseGet(this::value);
      text = known;
    }
    return known;
  }

  /** Returns the page that the value is on, from 1. */
  public OptionalInt page() {
    return wholeNumber("page");
  }

  /** Returns the position of the value on its page. */
  public Optional<Position> position() {
    return position("position");
  }

  /** Returns the text that the extraction saw. */
  public Optional<String> rirText() {
    return contentText("rir_text");
  }

  /** Returns the text that the extraction saw, before it was cleaned. */
  public Optional<String> rirRawText() {
    return contentText("rir_raw_text");
  }

  /** Returns the page that the extraction saw the value on, from 1. */
  public OptionalInt rirPage() {
    return wholeNumber("rir_page");
  }

  /** Returns the position at which the extraction saw the value. */
  public Optional<Position> rirPosition() {
    return position("rir_position");
  }

  /** Returns how sure the extraction is, from 0 to 1. */
  public Optional<BigDecimal> rirConfidence() {
    return contentText("rir_confidence").map(Numbers::number);
  }

  /** Returns the text that was read at the position that a user marked. */
  public Optional<String> ocrText() {
    return contentText("ocr_text");
  }

  /** Returns the text that was read at the position that a user marked, before it was cleaned. */
  public Optional<String> ocrRawText() {
    return contentText("ocr_raw_text");
  }

  /** Returns the position that a user marked. */
  public Optional<Position> ocrPosition() {
    return position("ocr_position");
  }

  /** Returns the text that an extension set. */
  public Optional<String> connectorText() {
    return contentText("connector_text");
  }

  /** Returns the position that an extension set. */
  public Optional<Position> connectorPosition() {
    return position("connector_position");
  }

  /** Returns what has validated the field. If the list is empty, the field is not validated. */
  public List<ValidationSource> validationSources() {
    List<ValidationSource> sources = new ArrayList<>();
    for (JsonSlice element : elements("validation_sources")) {
      String source = element.scalar();
      if (source != null) {
        sources.add(new ValidationSource(source));
      }
    }
    return List.copyOf(sources);
  }

  /** Returns whether the document hides the field; empty if only the schema decides. */
  public Optional<Boolean> hidden() {
    return (parts & HIDDEN) == 0 ? Optional.empty() : text("hidden").map("true"::equalsIgnoreCase);
  }

  /** Returns the options of an enum in this document; empty if the schema's options apply. */
  public Optional<List<Option>> options() {
    JsonSlice options = (parts & OPTIONS) == 0 ? null : member("options");
    if (options == null || options.first() != '[') {
      return Optional.empty();
    }
    return Optional.of(
        options.elements().stream()
            .map(option -> Option.of(scalarOf(option, "value"), scalarOf(option, "label")))
            .toList());
  }

  private static String scalarOf(JsonSlice object, String key) {
    JsonSlice found = object.member(key);
    String text = found == null ? null : found.scalar();
    return text == null ? "" : text;
  }

  /**
   * Returns whether a formula field keeps a value that overrides the result of the formula ({@code
   * no_recalculation}).
   */
  public boolean isRecalculationDisabled() {
    return text("no_recalculation").filter("true"::equalsIgnoreCase).isPresent();
  }

  /** Returns the seconds that users spent on the field at their last visit. */
  public Optional<BigDecimal> timeSpent() {
    return text("time_spent").map(Numbers::number);
  }

  /** Returns the seconds that users spent on the field in all their visits. */
  public Optional<BigDecimal> timeSpentOverall() {
    return text("time_spent_overall").map(Numbers::number);
  }

  /**
   * Returns the value of any key of the content as it came; empty if there is no such key. If a key
   * that this library does not know occurs twice, it is the first.
   */
  public Optional<RawJson> findInContent(String key) {
    return Optional.ofNullable(contentMember(key)).map(RAW);
  }

  private @Nullable JsonSlice contentMember(String key) {
    return isButton() ? null : member("content", key);
  }

  private Optional<String> contentText(String key) {
    return Optional.ofNullable(contentMember(key)).flatMap(Node::textOf);
  }

  private OptionalInt wholeNumber(String key) {
    BigDecimal number = contentText(key).map(Numbers::number).orElse(null);
    try {
      return number == null ? OptionalInt.empty() : OptionalInt.of(number.intValueExact());
    } catch (ArithmeticException e) {
      return OptionalInt.empty();
    }
  }

  private Optional<Position> position(String key) {
    JsonSlice list = contentMember(key);
    if (list == null) {
      return Optional.empty();
    }
    double[] edges =
        Numbers.doubles(list.elements().stream().flatMap(element -> textOf(element).stream()));
    return edges.length == 4
        ? Optional.of(new Position(edges[0], edges[1], edges[2], edges[3]))
        : Optional.empty();
  }

  private List<JsonSlice> elements(String key) {
    JsonSlice list = member(key);
    return list == null ? List.of() : list.elements();
  }
}
