package io.github.rossumext.content;

import java.util.Collections;
import java.util.List;

/** A node with children: a section, a multivalue or a tuple. Immutable and thread-safe. */
public abstract sealed class Container extends Node permits Section, Multivalue, Tuple {
  private final List<Node> children;

  Container(
      byte[] json, int start, long id, String schemaId, Category category, List<Node> children) {
    super(json, start, id, schemaId, category);
    this.children = Collections.unmodifiableList(children);
    for (Node child : children) {
      child.setParent(this);
    }
  }

  /** Returns the nodes directly below it, in document order. */
  public final List<Node> children() {
    return children;
  }

  final <N extends Node> List<N> children(Class<N> type) {
    return children.stream().filter(type::isInstance).map(type::cast).toList();
  }
}
