package io.github.rossumext.content;

import java.util.List;

/** A section: the top level of the tree. Immutable and thread-safe. */
public final class Section extends Container {
  Section(
      byte[] json, int start, long id, String schemaId, Category category, List<Node> children) {
    super(json, start, id, schemaId, category, children);
  }
}
