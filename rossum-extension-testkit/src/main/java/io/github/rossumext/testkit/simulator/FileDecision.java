package io.github.rossumext.testkit.simulator;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The decision about one file of an e-mail or upload. Immutable and thread-safe.
 *
 * @param id the id of the file of an e-mail; for other files, the URL of the document
 * @param name the name of the file; the id if the file has no name
 * @param isImported whether the file becomes a document
 * @param values the values of the new document, by ids such as {@code email:order_id}; empty if the
 *     file is not imported
 * @param messages the messages of the hooks about the file
 * @param isFailed whether the annotation of the file gets the status {@code failed_import}, so that
 *     the file is not imported
 */
public record FileDecision(
    String id,
    String name,
    boolean isImported,
    Map<String, String> values,
    List<ShownMessage> messages,
    boolean isFailed) {
  /** Creates a decision. */
  public FileDecision {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    messages = List.copyOf(messages);
  }

  /** Creates a decision about a file whose import does not fail. */
  public FileDecision(
      String id,
      String name,
      boolean isImported,
      Map<String, String> values,
      List<ShownMessage> messages) {
    this(id, name, isImported, values, messages, false);
  }

  /** Returns the name and whether the file is imported or fails, and no value. */
  @Override
  public String toString() {
    String decision = isImported ? ", imported" : ", not imported";
    return name + (isFailed ? ", failed" : decision);
  }
}
