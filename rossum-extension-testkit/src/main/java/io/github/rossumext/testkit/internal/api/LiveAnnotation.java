package io.github.rossumext.testkit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.testkit.internal.document.Document;
import io.github.rossumext.testkit.internal.document.Operations;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A document with its life: what happens to it reaches the hooks. */
public interface LiveAnnotation {
  /** Returns the request that the document came with, such as to read its sideloads. */
  ObjectNode request();

  /** Returns the annotation, which holds the content. It may be changed, except the content. */
  ObjectNode annotation();

  /** Returns the schema; null if it is unknown. */
  @Nullable ObjectNode schema();

  /** Returns the content. */
  Document document();

  /** Returns the status. */
  String status();

  /** Changes the status, and tells the hooks. */
  void status(String next);

  /** Returns the id of the user that opened it through the API; 0 if none has. */
  long holder();

  /** Remembers that a user of the API has it open. */
  void hold(long user);

  /** Lets a user of the API open it: status and {@code started}. */
  void start(long user);

  /** Ends the import: {@code initialize}, then automation or {@code to_review}. */
  void initialize();

  /** Applies operations, as the simulator does those of a response. */
  void apply(JsonNode operations, Operations.Report report);

  /** Lets the caller confirm it. Returns why that is refused; empty if it is confirmed. */
  List<String> confirm();

  /**
   * Validates it.
   *
   * @param twin the action that comes with {@code user_update}; {@code ""} for none
   */
  Findings validate(String twin, List<Long> updated);

  /**
   * What a validation found.
   *
   * @param messages the messages, as {@code content/validate} has them
   * @param changed the ids of the nodes that the hooks changed
   */
  record Findings(ArrayNode messages, Set<Long> changed) {}
}
