package io.github.rossumext.response;

import io.github.rossumext.internal.json.JsonWriter;
import io.github.rossumext.value.Option;
import io.github.rossumext.value.Position;
import io.github.rossumext.value.ValidationSource;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What an operation says about one datapoint (protocol §4.1): only the parts that are set go out.
 * Begin with {@link #none()}; each method gives a new change. Immutable and thread-safe.
 */
public final class DatapointChange {
  private static final DatapointChange NONE =
      new DatapointChange(null, null, null, null, null, false);

  private final @Nullable String value;
  private final @Nullable Place place;
  private final @Nullable Boolean hidden;
  private final @Nullable List<Option> options;
  private final @Nullable List<ValidationSource> validationSources;
  private final boolean anyValue;

  private record Place(OptionalInt page, Optional<Position> position) {
    static final Place NOWHERE = new Place(OptionalInt.empty(), Optional.empty());
  }

  private DatapointChange(
      @Nullable String value,
      @Nullable Place place,
      @Nullable Boolean hidden,
      @Nullable List<Option> options,
      @Nullable List<ValidationSource> validationSources,
      boolean anyValue) {
    this.value = value;
    this.place = place;
    this.hidden = hidden;
    this.options = options;
    this.validationSources = validationSources;
    this.anyValue = anyValue;
  }

  /** The change that says nothing. */
  public static DatapointChange none() {
    return NONE;
  }

  /** The new value in machine format; {@code ""} clears it. */
  public Optional<String> value() {
    return Optional.ofNullable(value);
  }

  /** With this value in machine format; {@code ""} clears it. */
  public DatapointChange value(String text) {
    Objects.requireNonNull(text, "value");
    return new DatapointChange(text, place, hidden, options, validationSources, anyValue);
  }

  /** With the value as it is, and without the validation sources that were meant for it. */
  DatapointChange withoutValue() {
    return new DatapointChange(null, place, hidden, options, null, false);
  }

  /** The page of the new position, from 1. */
  public OptionalInt page() {
    return place == null ? OptionalInt.empty() : place.page();
  }

  /** Where on the page the value stands from now on. */
  public Optional<Position> position() {
    return place == null ? Optional.empty() : place.position();
  }

  /** Whether the value stands nowhere from now on. */
  public boolean clearsPosition() {
    return Place.NOWHERE.equals(place);
  }

  /**
   * With this place of the value in the document.
   *
   * @param page the page, from 1
   * @param position where on the page
   * @throws IllegalArgumentException if the page is not positive
   */
  public DatapointChange position(int page, Position position) {
    if (page < 1) {
      throw new IllegalArgumentException("Pages are counted from 1, so there is no " + page + ".");
    }
    return at(new Place(OptionalInt.of(page), Optional.of(position)));
  }

  /** With no place in the document. */
  public DatapointChange noPosition() {
    return at(Place.NOWHERE);
  }

  private DatapointChange at(Place changed) {
    return new DatapointChange(value, changed, hidden, options, validationSources, anyValue);
  }

  /** Whether the field is hidden from now on. */
  public Optional<Boolean> hidden() {
    return Optional.ofNullable(hidden);
  }

  /** With the field hidden or shown. */
  public DatapointChange hidden(boolean isHidden) {
    return new DatapointChange(value, place, isHidden, options, validationSources, anyValue);
  }

  /** The new options, all of them. */
  public Optional<List<Option>> options() {
    return Optional.ofNullable(options);
  }

  /** With these options, all of them. */
  public DatapointChange options(List<Option> all) {
    return new DatapointChange(value, place, hidden, List.copyOf(all), validationSources, anyValue);
  }

  /** What has validated the field, all of it. */
  public Optional<List<ValidationSource>> validationSources() {
    return Optional.ofNullable(validationSources);
  }

  /** With the field validated by these and nothing else. */
  public DatapointChange validationSources(List<ValidationSource> all) {
    return new DatapointChange(value, place, hidden, options, List.copyOf(all), anyValue);
  }

  /** Whether the value may be one that is not among the options of the field. */
  public boolean allowsAnyValue() {
    return anyValue;
  }

  /** The same, except that the value may be one that is not among the options of the field. */
  public DatapointChange allowingAnyValue() {
    return new DatapointChange(value, place, hidden, options, validationSources, true);
  }

  /** Whether no part is set, so that there is nothing to send. */
  public boolean isEmpty() {
    return value == null
        && place == null
        && hidden == null
        && options == null
        && validationSources == null;
  }

  /** This change and a later one of the same datapoint in one. */
  DatapointChange followedBy(DatapointChange later) {
    List<ValidationSource> sources = later.validationSources;
    return new DatapointChange(
        later.value == null ? value : later.value,
        later.place == null ? place : later.place,
        later.hidden == null ? hidden : later.hidden,
        later.options == null ? options : later.options,
        // A new value is not validated by what validated the one before.
        sources == null && later.value == null ? validationSources : sources,
        // That the earlier value may be any does not hold for a later one.
        later.anyValue || (later.value == null && anyValue));
  }

  /** Writes the parts as members of the object that has been begun. */
  void write(JsonWriter json) throws IOException {
    if (value != null || place != null) {
      json.object("content");
      if (value != null) {
        json.text("value", value);
      }
      if (place != null) {
        writePlace(json, place);
      }
      json.endObject();
    }
    if (hidden != null) {
      json.flag("hidden", hidden);
    }
    if (options != null) {
      json.list("options");
      for (Option option : options) {
        json.object().text("value", option.value()).text("label", option.label()).endObject();
      }
      json.endList();
    }
    if (validationSources != null) {
      write(json, validationSources);
    }
  }

  private static void writePlace(JsonWriter json, Place place) throws IOException {
    Position position = place.position().orElse(null);
    if (position == null) {
      json.nothing("page").nothing("position");
      return;
    }
    json.number("page", place.page().orElseThrow()).list("position");
    json.element(position.left())
        .element(position.top())
        .element(position.right())
        .element(position.bottom())
        .endList();
  }

  static void write(JsonWriter json, List<ValidationSource> sources) throws IOException {
    json.list("validation_sources");
    for (ValidationSource source : sources) {
      json.element(source.value());
    }
    json.endList();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DatapointChange that
        && Objects.equals(value, that.value)
        && Objects.equals(place, that.place)
        && Objects.equals(hidden, that.hidden)
        && Objects.equals(options, that.options)
        && Objects.equals(validationSources, that.validationSources)
        && anyValue == that.anyValue;
  }

  @Override
  public int hashCode() {
    return Objects.hash(value, place, hidden, options, validationSources, anyValue);
  }

  /** Which parts change; no value. */
  @Override
  public String toString() {
    StringBuilder parts = new StringBuilder();
    name(parts, value, "value");
    name(parts, place, "position");
    name(parts, hidden, "hidden");
    name(parts, options, "options");
    name(parts, validationSources, "validation_sources");
    return parts.insert(0, "DatapointChange[").append(']').toString();
  }

  private static void name(StringBuilder parts, @Nullable Object part, String name) {
    if (part != null) {
      parts.append(parts.isEmpty() ? "" : ", ").append(name);
    }
  }
}
