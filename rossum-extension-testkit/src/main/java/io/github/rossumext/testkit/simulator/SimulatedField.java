package io.github.rossumext.testkit.simulator;

import io.github.rossumext.schema.DatapointType;
import io.github.rossumext.schema.SchemaDatapoint;
import io.github.rossumext.schema.UiType;
import io.github.rossumext.testkit.internal.document.DocumentNode;
import io.github.rossumext.value.Option;
import io.github.rossumext.value.Position;
import io.github.rossumext.value.ValidationSource;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A field, cell or button of the simulated document. Its methods return the state of the document
 * when you call them. Not thread-safe.
 */
public final class SimulatedField implements SimulatedNode {
  private final RossumSimulator rossum;
  private final DocumentNode node;

  SimulatedField(RossumSimulator rossum, DocumentNode node) {
    this.rossum = rossum;
    this.node = node;
  }

  DocumentNode node() {
    return node;
  }

  /** Returns the simulator that holds the document. */
  public RossumSimulator simulator() {
    return rossum;
  }

  @Override
  public long id() {
    return node.id();
  }

  @Override
  public String schemaId() {
    return node.schemaId();
  }

  /** Returns the path, such as {@code line_items[0].item_code}. */
  public String path() {
    return node.path();
  }

  @Override
  public String label() {
    return rossum.session().open().document().schema().label(node.schemaId());
  }

  /** Returns the schema id of the section that holds the field. */
  public String section() {
    DocumentNode around = node;
    while (around.parent().isPresent()) {
      around = around.parent().get();
    }
    return around.schemaId();
  }

  /** Returns the type; its value is empty if neither schema nor content tells the type. */
  public DatapointType type() {
    return node.definition().type();
  }

  /** Returns the field in the schema; empty if the schema is unknown, or does not have it. */
  public Optional<SchemaDatapoint> definition() {
    return node.definition().schema();
  }

  /** Returns where the value comes from, by the schema; empty if the schema does not say. */
  public Optional<UiType> uiType() {
    return definition().flatMap(SchemaDatapoint::uiType);
  }

  /** Returns whether the schema requires a value. */
  public boolean isRequired() {
    return node.definition().isRequired();
  }

  /**
   * Returns how certain the extraction is of the value, from 0 to 1; empty if it found no value.
   */
  public Optional<BigDecimal> confidence() {
    return node.confidence();
  }

  /** Returns the page of the value, from 1. */
  public OptionalInt page() {
    return node.page();
  }

  /** Returns the rectangle of the value on the page. */
  public Optional<Position> position() {
    return node.position();
  }

  /** Returns the state that the screen shows. Ignore it for a button. */
  public FieldState state() {
    return FieldState.of(node, messages());
  }

  /** Returns the machine text: an ISO date, a plain decimal, or else the displayed text. */
  public String text() {
    return node.machineText();
  }

  /** Returns the text as the user sees it; {@code ""} if the field is empty. */
  public String displayedText() {
    return node.displayed();
  }

  /** Returns the protocol's {@code normalized_value}; empty if Rossum read no number or date. */
  public Optional<String> normalizedValue() {
    return Optional.ofNullable(node.text().normalized());
  }

  /** Returns whether the displayed text is empty. */
  public boolean isEmpty() {
    return node.displayed().isEmpty();
  }

  /**
   * Returns the options of an enum: the document's, or else the schema's. Empty if neither has any.
   */
  public List<Option> options() {
    return node.options().orElse(List.of());
  }

  @Override
  public boolean isHidden() {
    return node.isHidden();
  }

  /** Returns whether it is a button. */
  public boolean isButton() {
    return node.isButton();
  }

  /**
   * Returns whether the schema says that users cannot edit the field. Users can override a formula
   * if the schema says that they can edit it.
   */
  public boolean isReadOnly() {
    return node.definition().isReadOnly();
  }

  /** Returns the validation sources, in their order. */
  public List<ValidationSource> validationSources() {
    return node.validationSources();
  }

  /** Returns the messages of the last validation on this field. */
  public List<ShownMessage> messages() {
    return rossum.session().seen().messagesOn(node.id());
  }

  /** Returns the blockers of this field at the automation level of the queue. */
  public List<Blocker> blockers() {
    return rossum.blockers().stream()
        .filter(blocker -> blocker.datapointId().orElse(0) == node.id())
        .toList();
  }

  /** Lets the user type this text, as {@link RossumSimulator#edit} does. */
  public Outcome edit(String text) {
    return rossum.user().edit(List.of(new User.Edit(node, text)));
  }

  /** Lets the user click this button, as {@link RossumSimulator#click} does. */
  public Outcome click() {
    return rossum.user().click(node);
  }

  /**
   * Lets the user remove this value of a list.
   *
   * @throws IllegalStateException if it is not a value of a list
   */
  public Outcome remove() {
    if (!node.isInMultivalue()) {
      throw new IllegalStateException(
          "Only a value of a list can be removed, and " + node.named() + " is not one.");
    }
    return rossum.user().remove(node);
  }

  /** Lets the user look at the field, which adds {@code human} to its validation sources. */
  public Outcome visit() {
    return rossum.user().visit(node);
  }

  /** Returns the kind of field and the schema id, not the text. */
  @Override
  public String toString() {
    return node.named();
  }
}
