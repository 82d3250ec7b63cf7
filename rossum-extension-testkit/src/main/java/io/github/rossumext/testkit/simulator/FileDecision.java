package io.github.rossumext.testkit.simulator;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What becomes of one file of an e-mail or upload. Immutable and thread-safe.
 *
 * @param id the id of a file of an e-mail; the URL of the document of any other
 * @param name the name of the file; its id if it has none
 * @param isImported whether it becomes a document
 * @param values the values that it starts with, by their ids such as {@code email:order_id}; none
 *     if it is not imported
 * @param messages what the hooks say about it
 */
public record FileDecision(
    String id,
    String name,
    boolean isImported,
    Map<String, String> values,
    List<ShownMessage> messages) {
  /** A decision. */
  public FileDecision {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    messages = List.copyOf(messages);
  }

  /** The name and whether it is imported; no value. */
  @Override
  public String toString() {
    return name + (isImported ? ", imported" : ", not imported");
  }
}
