package io.github.rossumext.rules;

import io.github.rossumext.content.Datapoint;
import io.github.rossumext.content.Multivalue;
import io.github.rossumext.content.Node;
import io.github.rossumext.schema.SchemaMultivalue;
import io.github.rossumext.schema.SchemaNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A simple multivalue of the live document (protocol §3.4, §4.1): a list of values, such as the
 * order numbers of an invoice. Iterating it goes over a snapshot of its values. Mutable and not
 * thread-safe.
 */
public final class ValueList implements Iterable<Field> {
  private final ContentEditor editor;
  private final Multivalue received;
  private final String itemSchemaId;

  ValueList(ContentEditor editor, Multivalue received) {
    this.editor = editor;
    this.received = received;
    this.itemSchemaId = itemSchemaId();
  }

  /** Its schema id. */
  public String schemaId() {
    return received.schemaId();
  }

  /** Its id. */
  public long id() {
    return received.id();
  }

  /** The multivalue as Rossum sent it, without the edits. */
  public Multivalue received() {
    return received;
  }

  /** What the schema says of it; empty if none was sideloaded. */
  public Optional<SchemaMultivalue> definition() {
    return editor.schema().flatMap(schema -> schema.multivalue(received.schemaId()));
  }

  /** How many values the schema allows; empty if none was sideloaded. */
  public OptionalInt maxOccurrences() {
    return definition().stream().mapToInt(SchemaMultivalue::maxOccurrences).findFirst();
  }

  /** Its values as they are now, without those that were removed and with those appended last. */
  public List<Field> fields() {
    List<Field> fields = new ArrayList<>();
    for (Slot slot : slots()) {
      fields.add(new Field(editor, slot));
    }
    return Collections.unmodifiableList(fields);
  }

  private List<Slot> slots() {
    List<Slot> slots = new ArrayList<>();
    for (Node child : received.children()) {
      if (child instanceof Datapoint value && !editor.edits().isRemoved(value)) {
        slots.add(Slot.of(value));
      }
    }
    for (Addition addition : editor.edits().additions(received)) {
      slots.add(Slot.ofValue(addition, itemSchemaId));
    }
    return slots;
  }

  /** The schema id that its values have. */
  private String itemSchemaId() {
    return definition()
        .flatMap(SchemaMultivalue::child)
        .map(SchemaNode::id)
        .or(() -> received.children().stream().map(Node::schemaId).findFirst())
        .orElse(schemaId());
  }

  @Override
  public Iterator<Field> iterator() {
    return fields().iterator();
  }

  /** The machine texts of its values. */
  public List<String> values() {
    return fields().stream().map(Field::text).toList();
  }

  /** Those of its values that can be read as numbers. */
  public List<BigDecimal> numbers() {
    return slots().stream()
        .map(slot -> new NumberField(editor, slot))
        .flatMap(number -> number.find().stream())
        .toList();
  }

  /** Those of its values that can be read as dates. */
  public List<LocalDate> dates() {
    return slots().stream()
        .map(slot -> new DateField(editor, slot))
        .flatMap(date -> date.find().stream())
        .toList();
  }

  /** The number of its values. */
  public int size() {
    return slots().size();
  }

  /** Whether it has no values. */
  public boolean isEmpty() {
    return slots().isEmpty();
  }

  /** Whether the user, or an extension before this one, changed the list or a value. */
  public boolean isChanged() {
    return editor.payload().isUpdated(id()) || fields().stream().anyMatch(Field::isChanged);
  }

  /** Appends a text. */
  public ValueList append(String text) {
    return append(value -> value.set(text));
  }

  /** Appends a number. */
  public ValueList append(BigDecimal number) {
    return append(value -> value.set(number));
  }

  /** Appends a date. */
  public ValueList append(LocalDate date) {
    return append(value -> value.set(date));
  }

  private ValueList append(Consumer<Field> write) {
    Edits edits = editor.edits();
    Addition addition = Addition.value(received);
    Slot slot = Slot.ofValue(addition, itemSchemaId);
    edits.put(addition, Addition.Content.EMPTY);
    boolean isWritten = false;
    try {
      write.accept(new Field(editor, slot));
      isWritten = !slot.edit(edits).valueLost();
    } finally {
      if (!isWritten) {
        edits.remove(addition);
      }
    }
    return this;
  }

  /** Removes the values that pass the test, and says how many. */
  public int removeIf(Predicate<? super Field> test) {
    List<Slot> removed =
        slots().stream().filter(slot -> test.test(new Field(editor, slot))).toList();
    removed.forEach(slot -> slot.removeFrom(editor.edits()));
    return removed.size();
  }

  /** Removes all values. */
  public void clear() {
    removeIf(value -> true);
  }

  /** The schema id and id; no value. */
  @Override
  public String toString() {
    return "ValueList[" + schemaId() + ", " + id() + "]";
  }
}
