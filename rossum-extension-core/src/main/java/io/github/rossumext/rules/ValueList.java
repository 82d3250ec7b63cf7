package io.github.rossumext.rules;

import io.github.rossumext.content.Datapoint;
import io.github.rossumext.content.Multivalue;
import io.github.rossumext.content.Node;
import io.github.rossumext.internal.check.MultivalueFacts;
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
 * A simple multivalue of the live document: a list of values, such as the delivery notes of an
 * invoice.
 *
 * {@snippet class="io.github.rossumext.snippets.RuleSnippetsTest" region="list"}
 *
 * <p>Iterating it goes over a snapshot of its values. Mutable and not thread-safe.
 */
public final class ValueList implements Iterable<Field> {
  private final ContentEditor editor;
  private final Multivalue received;
  private final String itemSchemaId;

  ValueList(ContentEditor editor, Multivalue received) {
    this.editor = editor;
    this.received = received;
    this.itemSchemaId =
        facts()
            .item()
            .map(SchemaNode::id)
            .or(() -> received.children().stream().map(Node::schemaId).findFirst())
            .orElse(received.schemaId());
  }

  /** Returns its schema id. */
  public String schemaId() {
    return received.schemaId();
  }

  /** Returns its id. */
  public long id() {
    return received.id();
  }

  /** Returns the multivalue as Rossum sent it, without the edits. */
  public Multivalue received() {
    return received;
  }

  /** Returns what the schema says of it; empty if no schema was sideloaded. */
  public Optional<SchemaMultivalue> definition() {
    return facts().definition();
  }

  /** Returns how many values the schema allows; empty if no schema was sideloaded. */
  public OptionalInt maxOccurrences() {
    return definition().stream().mapToInt(SchemaMultivalue::maxOccurrences).findFirst();
  }

  /** Returns its values as they are now: without those removed, and with those appended last. */
  public List<Field> fields() {
    List<Field> fields = new ArrayList<>();
    for (Slot slot : slots()) {
      fields.add(new Field(editor, slot));
    }
    return Collections.unmodifiableList(fields);
  }

  private MultivalueFacts facts() {
    return editor.facts().multivalue(received);
  }

  List<Slot> slots() {
    List<Slot> slots = new ArrayList<>(size());
    for (Datapoint value : editor.edits().values(received)) {
      slots.add(new Slot.Received(value));
    }
    for (Addition value : editor.edits().appendedValues(received)) {
      slots.add(new Slot.Fresh(value, itemSchemaId));
    }
    return slots;
  }

  /** The schema id that its values have. */
  String itemSchemaId() {
    return itemSchemaId;
  }

  @Override
  public Iterator<Field> iterator() {
    return fields().iterator();
  }

  /** Returns the machine texts of its values. */
  public List<String> texts() {
    return fields().stream().map(Field::text).toList();
  }

  /** Returns those of its values that can be read as numbers. */
  public List<BigDecimal> numbers() {
    return slots().stream()
        .map(slot -> new NumberField(editor, slot))
        .flatMap(number -> number.find().stream())
        .toList();
  }

  /** Returns those of its values that can be read as dates. */
  public List<LocalDate> dates() {
    return slots().stream()
        .map(slot -> new DateField(editor, slot))
        .flatMap(date -> date.find().stream())
        .toList();
  }

  /** Returns the number of its values. */
  public int size() {
    return editor.edits().numberOfValues(received);
  }

  /** Returns whether it does not have values. */
  public boolean isEmpty() {
    return size() == 0;
  }

  /** Returns whether the user, or an extension before this one, changed the list or a value. */
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

  /** Appends {@code True} or {@code False}. */
  public ValueList append(boolean value) {
    return append(field -> field.set(value));
  }

  private ValueList append(Consumer<Field> write) {
    Edits edits = editor.edits();
    Addition addition = Addition.value(received);
    Slot slot = new Slot.Fresh(addition, itemSchemaId);
    edits.append(addition);
    boolean isWritten = false;
    try {
      write.accept(new Field(editor, slot));
      isWritten = !slot.edit(edits).isValueLost();
    } finally {
      if (!isWritten) {
        edits.remove(addition);
      }
    }
    return this;
  }

  /** Removes the values that pass the test, and returns how many these were. */
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
