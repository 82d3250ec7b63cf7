package io.github.rossumext.testkit.simulator;

import io.github.rossumext.schema.DatapointType;
import io.github.rossumext.schema.EditMode;
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
 * A field, a cell or a button of the simulated document as it is now (protocol §3.4). It follows
 * the document: after an edit it tells the new state. Not thread-safe.
 */
public final class SimulatedField {
  private final RossumSimulator rossum;
  private final DocumentNode node;

  SimulatedField(RossumSimulator rossum, DocumentNode node) {
    this.rossum = rossum;
    this.node = node;
  }

  DocumentNode node() {
    return node;
  }

  /** The simulator that holds the document. */
  public RossumSimulator simulator() {
    return rossum;
  }

  /** Its id. */
  public long id() {
    return node.id();
  }

  /** Its schema id. */
  public String schemaId() {
    return node.schemaId();
  }

  /** Returns its path, such as {@code line_items[0].item_code}. */
  public String path() {
    return node.path();
  }

  /** Returns what the user reads beside it; {@code ""} if no schema tells. */
  public String label() {
    return rossum.session().open().document().schema().label(node.schemaId());
  }

  /** Returns the schema id of the section that it is in. */
  public String section() {
    DocumentNode around = node;
    while (around.parent().isPresent()) {
      around = around.parent().get();
    }
    return around.schemaId();
  }

  /** Returns what it holds; the empty word if neither schema nor content tells. */
  public DatapointType type() {
    return node.definition().type();
  }

  /** Returns where its value comes from; empty if no schema says. */
  public Optional<UiType> uiType() {
    return node.definition().schema().flatMap(SchemaDatapoint::uiType);
  }

  /** Whether the schema requires a value. */
  public boolean isRequired() {
    return node.definition().isRequired();
  }

  /** Returns how certain the extraction is of its value, from 0 to 1; empty if it saw none. */
  public Optional<BigDecimal> confidence() {
    return node.confidence();
  }

  /** Returns the page that its value is on, from 1. */
  public OptionalInt page() {
    return node.page();
  }

  /** Returns the rectangle of its value on the page. */
  public Optional<Position> position() {
    return node.position();
  }

  /** Returns its state on the screen; a button's says nothing. */
  public FieldState state() {
    return FieldState.of(node, messages());
  }

  /** Returns the machine text: an ISO date, a plain decimal, else the displayed text. */
  public String text() {
    return node.machineText();
  }

  /** Returns the text as the user sees it; {@code ""} if the field is empty. */
  public String displayedText() {
    return node.displayed();
  }

  /** Returns the protocol's {@code normalized_value}: empty unless Rossum read a number or date. */
  public Optional<String> normalizedValue() {
    return Optional.ofNullable(node.text().normalized());
  }

  /** Whether it has no value. */
  public boolean isEmpty() {
    return node.displayed().isEmpty();
  }

  /** The choices of an enum, its own or those of the schema; none if it has none. */
  public List<Option> options() {
    return node.options().orElse(List.of());
  }

  /** Whether the user does not see it, because of itself or of what is around it. */
  public boolean isHidden() {
    return node.isHidden();
  }

  /** Whether it is a button. */
  public boolean isButton() {
    return node.isButton();
  }

  /** Whether the schema keeps the user from editing it. */
  public boolean isReadOnly() {
    return node.definition()
        .schema()
        .filter(known -> known.isFormula() || known.edit().equals(EditMode.DISABLED))
        .isPresent();
  }

  /** What has validated it; none if nothing has. */
  public List<ValidationSource> validationSources() {
    return node.validationSources();
  }

  /** The messages that the last validation left on it. */
  public List<ShownMessage> messages() {
    return rossum.session().open().messages().stream()
        .filter(message -> message.isOn(node))
        .toList();
  }

  /** What blocks the automation of the document because of it, as the queue is set. */
  public List<Blocker> blockers() {
    return rossum.blockers().stream()
        .filter(blocker -> blocker.datapointId().orElse(0) == node.id())
        .toList();
  }

  /** Lets the user type this, as {@link RossumSimulator#edit}. */
  public Outcome edit(String text) {
    return rossum.user().edit(List.of(new User.Edit(node, text)));
  }

  /** Lets the user click it, as {@link RossumSimulator#click}. */
  public Outcome click() {
    return rossum.user().click(node);
  }

  /** Lets the user look at it, which adds {@code human} to its validation sources. */
  public Outcome visit() {
    return rossum.user().visit(node);
  }

  /** Kind and schema id; no value. */
  @Override
  public String toString() {
    return node.named();
  }
}
