package io.github.rossumext.response;

import io.github.rossumext.json.JsonWriter;
import io.github.rossumext.value.Option;
import io.github.rossumext.value.ValidationSource;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Changes a datapoint (protocol §4.1): only the parts that are set go out. Immutable and
 * thread-safe.
 */
public final class Replace extends Operation {
  private final @Nullable String value;
  private final @Nullable Boolean hidden;
  private final @Nullable List<Option> options;
  private final @Nullable List<ValidationSource> validationSources;

  private Replace(Builder builder) {
    super(builder.id);
    this.value = builder.value;
    this.hidden = builder.hidden;
    this.options = builder.options;
    this.validationSources = builder.validationSources;
  }

  /** A change of the datapoint with this id. */
  public static Builder of(long id) {
    return new Builder(id);
  }

  /** The new value in machine format; {@code ""} clears it. */
  public Optional<String> value() {
    return Optional.ofNullable(value);
  }

  /** Whether the field is hidden from now on. */
  public Optional<Boolean> hidden() {
    return Optional.ofNullable(hidden);
  }

  /** The new options, all of them. */
  public Optional<List<Option>> options() {
    return Optional.ofNullable(options);
  }

  /** What has validated the field, all of it. */
  public Optional<List<ValidationSource>> validationSources() {
    return Optional.ofNullable(validationSources);
  }

  @Override
  void write(JsonWriter json) throws IOException {
    json.object().text("op", "replace").number("id", id()).object("value");
    if (value != null) {
      json.object("content").text("value", value).endObject();
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
      json.list("validation_sources");
      for (ValidationSource source : validationSources) {
        json.element(source.value());
      }
      json.endList();
    }
    json.endObject().endObject();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Replace that
        && id() == that.id()
        && Objects.equals(value, that.value)
        && Objects.equals(hidden, that.hidden)
        && Objects.equals(options, that.options)
        && Objects.equals(validationSources, that.validationSources);
  }

  @Override
  public int hashCode() {
    return Objects.hash(id(), value, hidden, options, validationSources);
  }

  /** The id and which parts change; no value. */
  @Override
  public String toString() {
    return "Replace["
        + id()
        + (value == null ? "" : ", value")
        + (hidden == null ? "" : ", hidden")
        + (options == null ? "" : ", options")
        + (validationSources == null ? "" : ", validation_sources")
        + "]";
  }

  /** Collects the parts of a change. Not thread-safe. */
  public static final class Builder {
    private final long id;
    private @Nullable String value;
    private @Nullable Boolean hidden;
    private @Nullable List<Option> options;
    private @Nullable List<ValidationSource> validationSources;

    private Builder(long id) {
      this.id = id;
    }

    /** The new value in machine format; {@code ""} clears it. */
    public Builder value(String text) {
      this.value = Objects.requireNonNull(text, "value");
      return this;
    }

    /** Hides or shows the field. */
    public Builder hidden(boolean isHidden) {
      this.hidden = isHidden;
      return this;
    }

    /** The new options, all of them. */
    public Builder options(List<Option> all) {
      this.options = List.copyOf(all);
      return this;
    }

    /** What has validated the field, all of it. */
    public Builder validationSources(List<ValidationSource> all) {
      this.validationSources = List.copyOf(all);
      return this;
    }

    /** Whether no part is set, so that there is nothing to send. */
    public boolean isEmpty() {
      return value == null && hidden == null && options == null && validationSources == null;
    }

    /**
     * The change.
     *
     * @throws IllegalStateException if no part is set
     */
    public Replace build() {
      if (isEmpty()) {
        throw new IllegalStateException("A replace needs at least one part that changes.");
      }
      return new Replace(this);
    }
  }
}
