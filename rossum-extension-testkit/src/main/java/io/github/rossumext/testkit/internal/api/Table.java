package io.github.rossumext.testkit.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The objects of one type, in the order in which they were made. */
final class Table {
  private final String type;
  private final Map<Long, ObjectNode> rows = new LinkedHashMap<>();
  private long lastId;

  Table(String type, long firstId) {
    this.type = type;
    this.lastId = firstId - 1;
  }

  String type() {
    return type;
  }

  long nextId() {
    return ++lastId;
  }

  void put(long id, ObjectNode row) {
    lastId = Math.max(lastId, id);
    rows.put(id, row);
  }

  Optional<ObjectNode> find(long id) {
    return Optional.ofNullable(rows.get(id));
  }

  ObjectNode get(long id) {
    return find(id).orElseThrow(ApiError::notFound);
  }

  void remove(long id) {
    rows.remove(id);
  }

  List<ObjectNode> all() {
    return List.copyOf(rows.values());
  }
}
