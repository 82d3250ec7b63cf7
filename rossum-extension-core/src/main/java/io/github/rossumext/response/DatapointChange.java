package io.github.rossumext.response;

import io.github.rossumext.internal.json.JsonWriter;
import io.github.rossumext.internal.text.Storable;
import io.github.rossumext.value.Option;
import io.github.rossumext.value.Position;
import io.github.rossumext.value.ValidationSource;
import java.io.IOException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The change of one datapoint. Only the parts that are set go out. Begin with {@link #empty()}.
 * Each {@code with…} method returns a changed copy. Immutable and thread-safe.
 */
public final class DatapointChange {
  /** The parts of a change. A change may have any of them. */
  public enum Part {
    /** The value. */
    VALUE,
    /** The page and the position on it. */
    POSITION,
    /** Whether the field is hidden. */
    HIDDEN,
    /** The options. */
    OPTIONS,
    /** What has validated the field. */
    VALIDATION_SOURCES
  }

  private static final DatapointChange EMPTY =
      new DatapointChange(new EnumMap<>(Part.class), false);

  private final EnumMap<Part, Object> parts;
  private final boolean isAnyValueAllowed;

  private record Place(OptionalInt page, Optional<Position> position) {
    static final Place NOWHERE = new Place(OptionalInt.empty(), Optional.empty());
  }

  private record Options(List<Option> all) {}

  private record Sources(List<ValidationSource> all) {}

  private DatapointChange(EnumMap<Part, Object> parts, boolean isAnyValueAllowed) {
    this.parts = parts;
    this.isAnyValueAllowed = isAnyValueAllowed;
  }

  /** Returns the change without parts. */
  public static DatapointChange empty() {
    return EMPTY;
  }

  private DatapointChange with(Part part, Object content) {
    EnumMap<Part, Object> changed = new EnumMap<>(parts);
    changed.put(part, content);
    return new DatapointChange(changed, isAnyValueAllowed);
  }

  private <T> @Nullable T part(Part part, Class<T> type) {
    return type.cast(parts.get(part));
  }

  /** Returns the parts that are set. */
  public Set<Part> parts() {
    return Collections.unmodifiableSet(parts.keySet());
  }

  /** Returns whether no part is set, so that there is nothing to send. */
  public boolean isEmpty() {
    return parts.isEmpty();
  }

  /** Returns a copy without this part, which Rossum then does not change. */
  public DatapointChange without(Part part) {
    boolean staysAllowed = isAnyValueAllowed && part != Part.VALUE;
    if (!parts.containsKey(part) && staysAllowed == isAnyValueAllowed) {
      return this;
    }
    EnumMap<Part, Object> changed = new EnumMap<>(parts);
    changed.remove(part);
    return new DatapointChange(changed, staysAllowed);
  }

  /**
   * Returns a copy with the parts of a later change of the same datapoint. The later parts win. If
   * the later change has a value, the validation sources of this change are dropped.
   */
  public DatapointChange with(DatapointChange later) {
    boolean hasNewValue = later.parts.containsKey(Part.VALUE);
    EnumMap<Part, Object> changed = new EnumMap<>(parts);
    if (hasNewValue) {
      changed.remove(Part.VALIDATION_SOURCES);
    }
    changed.putAll(later.parts);
    // Permission for the earlier value does not hold for a later one.
    return new DatapointChange(
        changed, later.isAnyValueAllowed || (!hasNewValue && isAnyValueAllowed));
  }

  /** Returns the new value in machine format; {@code ""} clears it. */
  public Optional<String> value() {
    return Optional.ofNullable(part(Part.VALUE, String.class));
  }

  /**
   * Returns a copy with this value in machine format; {@code ""} clears it. Rossum cannot store
   * NUL, which is left out, nor half of a surrogate pair, which becomes U+FFFD.
   */
  public DatapointChange withValue(String text) {
    return with(Part.VALUE, Storable.repaired(Objects.requireNonNull(text, "text")));
  }

  /** Returns the page of the new position, from 1. */
  public OptionalInt page() {
    Place place = part(Part.POSITION, Place.class);
    return place == null ? OptionalInt.empty() : place.page();
  }

  /** Returns the new position on the page. */
  public Optional<Position> position() {
    Place place = part(Part.POSITION, Place.class);
    return place == null ? Optional.empty() : place.position();
  }

  /** Returns whether the change clears the position. */
  public boolean isPositionCleared() {
    return Place.NOWHERE.equals(parts.get(Part.POSITION));
  }

  /**
   * Returns a copy with this position of the value in the document.
   *
   * @param page the page, from 1
   * @param position the position on the page
   * @throws IllegalArgumentException if the page is not positive
   */
  public DatapointChange withPosition(int page, Position position) {
    if (page < 1) {
      throw new IllegalArgumentException(
          "Pages are counted from 1, but the page was " + page + ".");
    }
    return with(Part.POSITION, new Place(OptionalInt.of(page), Optional.of(position)));
  }

  /** Returns a copy that clears the position. */
  public DatapointChange withPositionCleared() {
    return with(Part.POSITION, Place.NOWHERE);
  }

  /** Returns whether the change hides the field (true) or shows it (false). */
  public Optional<Boolean> hidden() {
    return Optional.ofNullable(part(Part.HIDDEN, Boolean.class));
  }

  /** Returns a copy that hides or shows the field. */
  public DatapointChange withHidden(boolean isHidden) {
    return with(Part.HIDDEN, isHidden);
  }

  /** Returns the new options, which replace all old ones; unmodifiable. */
  public Optional<List<Option>> options() {
    return Optional.ofNullable(part(Part.OPTIONS, Options.class)).map(Options::all);
  }

  /**
   * Returns a copy with these options, which replace all old ones. Values and labels lose what
   * Rossum cannot store, see {@link #withValue}.
   */
  public DatapointChange withOptions(List<Option> all) {
    return with(Part.OPTIONS, new Options(all.stream().map(DatapointChange::storable).toList()));
  }

  private static Option storable(Option option) {
    String value = Storable.repaired(option.value());
    String label = Storable.repaired(option.label());
    return value.equals(option.value()) && label.equals(option.label())
        ? option
        : Option.of(value, label);
  }

  /** Returns the new validation sources, which replace all old ones; unmodifiable. */
  public Optional<List<ValidationSource>> validationSources() {
    return Optional.ofNullable(part(Part.VALIDATION_SOURCES, Sources.class)).map(Sources::all);
  }

  /** Returns a copy with these validation sources, which replace all old ones. */
  public DatapointChange withValidationSources(List<ValidationSource> all) {
    return with(Part.VALIDATION_SOURCES, new Sources(List.copyOf(all)));
  }

  /** Returns whether the value may be one that is not among the options of the field. */
  public boolean isAnyValueAllowed() {
    return isAnyValueAllowed;
  }

  /** Returns a copy whose value may be one that is not among the options of the field. */
  public DatapointChange withAnyValueAllowed() {
    return new DatapointChange(parts, true);
  }

  /** Writes the parts as members of the object that has been begun. */
  void write(JsonWriter json) throws IOException {
    String value = part(Part.VALUE, String.class);
    Place place = part(Part.POSITION, Place.class);
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
    Boolean hidden = part(Part.HIDDEN, Boolean.class);
    if (hidden != null) {
      json.flag("hidden", hidden);
    }
    Options options = part(Part.OPTIONS, Options.class);
    if (options != null) {
      json.list("options");
      for (Option option : options.all()) {
        json.object().text("value", option.value()).text("label", option.label()).endObject();
      }
      json.endList();
    }
    Sources sources = part(Part.VALIDATION_SOURCES, Sources.class);
    if (sources != null) {
      write(json, sources.all());
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
        && parts.equals(that.parts)
        && isAnyValueAllowed == that.isAnyValueAllowed;
  }

  @Override
  public int hashCode() {
    return 31 * parts.hashCode() + Boolean.hashCode(isAnyValueAllowed);
  }

  /** Returns the names of the parts that change, and no value. */
  @Override
  public String toString() {
    return parts.keySet().stream()
        .map(part -> part.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", ", "DatapointChange[", "]"));
  }
}
