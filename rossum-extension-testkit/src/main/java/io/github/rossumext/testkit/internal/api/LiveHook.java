package io.github.rossumext.testkit.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** A hook that gets requests. */
public interface LiveHook {
  /** Returns its name. */
  String name();

  /** Returns whether it gets an event, such as {@code invocation} and {@code manual}. */
  boolean receives(String event, String action);

  /** Returns the body of a request about a document; empty if the event is another one. */
  Optional<ObjectNode> payload(String event, String action, LiveAnnotation about);

  /**
   * Sends it a request that a client wrote, and returns the status and body of the response, which
   * changes nothing; empty if the event is unknown.
   */
  Optional<ApiResponse> test(String event, String action, ObjectNode request);

  /** Invokes it with {@code invocation.manual}, and returns the status and body of the response. */
  ApiResponse invoke(ObjectNode arguments);
}
