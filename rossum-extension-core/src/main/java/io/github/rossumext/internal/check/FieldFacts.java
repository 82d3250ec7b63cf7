package io.github.rossumext.internal.check;

import io.github.rossumext.content.Datapoint;
import io.github.rossumext.schema.DatapointType;
import io.github.rossumext.schema.SchemaDatapoint;
import io.github.rossumext.value.Option;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one field: what the document says, or else what the schema says. Immutable and
 * thread-safe.
 */
public final class FieldFacts {
  private static final DatapointType UNKNOWN = new DatapointType("");

  private final String schemaId;
  private final @Nullable SchemaDatapoint definition;
  private final @Nullable Datapoint datapoint;
  private final boolean isButton;
  private final @Nullable Boolean hidden;
  private final @Nullable List<Option> options;

  private FieldFacts(
      String schemaId,
      @Nullable SchemaDatapoint definition,
      @Nullable Datapoint datapoint,
      boolean isButton,
      @Nullable Boolean hidden,
      @Nullable List<Option> options) {
    this.schemaId = schemaId;
    this.definition = definition;
    this.datapoint = datapoint;
    this.isButton = isButton;
    this.hidden = hidden;
    this.options = options;
  }

  /** Returns the facts of a datapoint that Rossum sent; the definition is null if unknown. */
  public static FieldFacts of(Datapoint datapoint, @Nullable SchemaDatapoint definition) {
    return new FieldFacts(
        datapoint.schemaId(), definition, datapoint, datapoint.isButton(), null, null);
  }

  /** Returns the facts of a field that is known from the schema only, or not known yet. */
  public static FieldFacts ofDefinition(String schemaId, @Nullable SchemaDatapoint definition) {
    boolean isButton = definition != null && definition.type().equals(DatapointType.BUTTON);
    return new FieldFacts(schemaId, definition, null, isButton, null, null);
  }

  /** Returns a copy whose document says whether the field is a button. */
  public FieldFacts withButton(boolean isAButton) {
    return new FieldFacts(schemaId, definition, datapoint, isAButton, hidden, options);
  }

  /** Returns a copy whose document says whether the field is hidden. */
  public FieldFacts withHidden(boolean isHidden) {
    return new FieldFacts(schemaId, definition, datapoint, isButton, isHidden, options);
  }

  /** Returns a copy whose document has these options. */
  public FieldFacts withOptions(List<Option> all) {
    return new FieldFacts(schemaId, definition, datapoint, isButton, hidden, List.copyOf(all));
  }

  /** Returns its schema id. */
  public String schemaId() {
    return schemaId;
  }

  /** Returns what the schema says of it; empty if it is unknown. */
  public Optional<SchemaDatapoint> definition() {
    return Optional.ofNullable(definition);
  }

  /** Returns the type; the empty word if it is unknown. */
  public DatapointType type() {
    if (isButton) {
      return DatapointType.BUTTON;
    }
    return definition == null ? UNKNOWN : definition.type();
  }

  /** Returns whether it is a button, which has no value. */
  public boolean isButton() {
    return isButton;
  }

  /** Returns whether Rossum computes it. */
  public boolean isFormula() {
    return definition != null && definition.isFormula();
  }

  /** Returns whether it is hidden; empty if neither the document nor the schema says so. */
  public Optional<Boolean> hidden() {
    if (hidden != null) {
      return Optional.of(hidden);
    }
    Optional<Boolean> own = datapoint == null ? Optional.empty() : datapoint.hidden();
    return own.isPresent() || definition == null ? own : Optional.of(definition.isHidden());
  }

  /** Returns the options; empty if they are unknown, or the field does not have options. */
  public Optional<List<Option>> options() {
    return ownOptions().or(() -> enumDefinition().map(SchemaDatapoint::options));
  }

  /** Returns whether it may have options: it is an enum, or the schema does not know it. */
  boolean mayHaveOptions() {
    return definition == null || definition.type().equals(DatapointType.ENUM);
  }

  /** Returns the options that the document has given to the field. */
  Optional<List<Option>> ownOptions() {
    if (options != null) {
      return Optional.of(options);
    }
    return datapoint == null ? Optional.empty() : datapoint.options();
  }

  /** Returns what the schema says of it, if it is an enum. */
  Optional<SchemaDatapoint> enumDefinition() {
    return definition().filter(known -> known.type().equals(DatapointType.ENUM));
  }

  /** Returns the schema id, and never a value. */
  @Override
  public String toString() {
    return "FieldFacts[" + schemaId + "]";
  }
}
