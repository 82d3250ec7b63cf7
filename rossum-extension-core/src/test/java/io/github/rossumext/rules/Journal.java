package io.github.rossumext.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Notes what was written first, to tell in which order the operations are to come. */
final class Journal {
  /** A row or value that was appended; known by its identity. */
  private static final class Appended {
    final long multivalue;

    Appended(long multivalue) {
      this.multivalue = multivalue;
    }
  }

  private record Removed(long id) {}

  private final Set<Object> order = new LinkedHashSet<>();
  private final Map<Long, List<Object>> children = new HashMap<>();

  Journal(ContentEditor content) {
    for (String schemaId : RandomDocument.TABLES) {
      Table table = content.table(schemaId);
      List<Object> rows = new ArrayList<>();
      table.forEach(row -> rows.add(row.isNew() ? new Appended(table.id()) : row.id()));
      children.put(table.id(), rows);
    }
    for (String schemaId : RandomDocument.LISTS) {
      ValueList list = content.list(schemaId);
      List<Object> values = new ArrayList<>();
      list.forEach(value -> values.add(value.isNew() ? new Appended(list.id()) : value.id()));
      children.put(list.id(), values);
    }
  }

  private List<Object> childrenOf(long multivalue) {
    return children.computeIfAbsent(multivalue, id -> new ArrayList<>());
  }

  /** A field was written; the operation of a new row stands where the row was appended. */
  void written(Field field) {
    if (!field.isNew()) {
      order.add(field.id());
    }
  }

  void appended(long multivalue) {
    Appended added = new Appended(multivalue);
    childrenOf(multivalue).add(added);
    order.add(added);
  }

  /** A row or value was removed, with what was written into these fields before. */
  void removed(long multivalue, int index, List<Field> fields) {
    Object child = childrenOf(multivalue).remove(index);
    if (child instanceof Long id) {
      fields.forEach(field -> order.remove(field.id()));
      order.add(new Removed(id));
    } else {
      order.remove(child);
    }
  }

  /**
   * The operations as {@code op id}, given those that came: a field whose writes cancel out is
   * passed over, rows and values are not.
   */
  List<String> expected(List<String> came) {
    List<String> expected = new ArrayList<>();
    for (Object written : order) {
      if (written instanceof Removed removed) {
        expected.add("remove " + removed.id());
      } else if (written instanceof Appended added) {
        expected.add("add " + added.multivalue);
      } else if (came.contains("replace " + written)) {
        expected.add("replace " + written);
      }
    }
    return expected;
  }
}
