package io.github.rossumext.rules;

import io.github.rossumext.content.Datapoint;
import io.github.rossumext.content.Multivalue;
import io.github.rossumext.content.Node;
import io.github.rossumext.internal.check.DocumentFacts.MultivalueFacts;
import io.github.rossumext.internal.check.ValueType;
import io.github.rossumext.internal.help.Printable;
import io.github.rossumext.schema.SchemaMultivalue;
import io.github.rossumext.schema.SchemaNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A list of values in the document, such as the delivery notes of an invoice. The protocol calls it
 * a simple multivalue.
 *
 * {@snippet class="io.github.rossumext.snippets.RuleSnippetsTest" region="list"}
 *
 * <p>A loop over it uses a snapshot of its values. Mutable and not thread-safe.
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

  /**
   * Returns its current values. Values that you removed are missing, and values that you appended
   * come last.
   */
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

  /** Returns the values that can be read as numbers. */
  public List<BigDecimal> numbers() {
    return slots().stream()
        .map(slot -> new NumberField(editor, slot))
        .flatMap(number -> number.find().stream())
        .toList();
  }

  /** Returns the values that can be read as dates. */
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

  /** Returns whether it has no values. */
  public boolean isEmpty() {
    return size() == 0;
  }

  /** Returns whether the user, or an extension before this one, changed the list or a value. */
  public boolean isChanged() {
    return editor.isUpdated(id()) || fields().stream().anyMatch(Field::isChanged);
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

  /**
   * Changes the list as little as possible, so that it holds these values. A value that the list
   * already holds keeps its field, with its id, its validation sources and what the user edited.
   * Call it at each request with the values that you computed: if they are the same, nothing is
   * sent.
   *
   * <p>Rossum cannot move values, so fields keep their places. A field whose value you do not name
   * gets a new value, or is removed if no new value is left. Further new values come last. If you
   * name a value twice, the list holds it twice.
   *
   * <p>The values are compared with the values that the list has when you call this. So a value
   * that you already removed in this request does not match: it stays removed, and a new value is
   * added. If a write is lossy, the value is left out, and no old value stays in its place.
   *
   * @param values texts, numbers, dates, booleans, or {@code Optional}s of them
   * @throws IllegalArgumentException if a value is of another type; then nothing changes
   */
  public ValueList set(Collection<?> values) {
    ValueType type = ValueType.of(editor.facts().field(itemSchemaId).type());
    List<Wanted> wanted =
        values.stream().map(value -> Wanted.of(itemSchemaId, value, type)).toList();
    Pairing<Field> present = new Pairing<>(fields());
    Set<Wanted> held = Collections.newSetFromMap(new IdentityHashMap<>());
    // A text must match exactly, so it is paired first.
    Stream.concat(
            wanted.stream().filter(value -> value.type() == ValueType.TEXT),
            wanted.stream().filter(value -> value.type() != ValueType.TEXT))
        .filter(value -> take(present, value))
        .forEach(held::add);
    Deque<Field> surplus = new ArrayDeque<>(present.rest());
    for (Wanted value : wanted) {
      if (!held.contains(value)) {
        Field field = surplus.peek();
        if (field == null || value.isOutsideOptions(field)) {
          append(fresh -> fresh.setAny(value.value()));
        } else if (replace(field, value)) {
          surplus.remove();
        }
      }
    }
    surplus.forEach(field -> field.slot().removeFrom(editor.edits()));
    return this;
  }

  /**
   * Returns whether the field took the value. If the write is lost, the field is free for another
   * value.
   */
  private boolean replace(Field field, Wanted value) {
    field.setAny(value.value());
    return !field.isValueLost();
  }

  private static boolean take(Pairing<Field> present, Wanted value) {
    return present.take(value.type(), value.key(), field -> value.keyOf(field.text())) != null;
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

  /** Removes the values that pass the test, and returns how many it removed. */
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

  /** Returns the schema id and the id, and no value. */
  @Override
  public String toString() {
    return "ValueList[" + Printable.word(schemaId()) + ", " + id() + "]";
  }
}
