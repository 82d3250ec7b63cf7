package io.github.rossumext.testkit.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.testkit.internal.Turn;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The part of Rossum that the API shares with the simulator: documents, hooks and the clock. */
public interface World {
  /** Returns the lock that guards the documents. */
  Turn turn();

  /** Returns the clock. */
  Clock clock();

  /** Lets time pass on the clock. */
  void pass(Duration time);

  /** Returns the documents, in the order in which they were opened. */
  List<LiveAnnotation> documents();

  /** Adds the document of a request of {@code annotation_content}. */
  LiveAnnotation add(String name, byte[] request);

  /** Returns the hooks. */
  List<LiveHook> hooks();

  /**
   * Returns a hook that gets requests at its URL.
   *
   * @param row the hook with the secret of its config
   */
  LiveHook webhook(ObjectNode row, ObjectNode secrets);

  /** Returns the requests to the hooks so far, oldest first, as {@code hooks/logs} has them. */
  List<ObjectNode> logs();

  /** Adds a problem to those of the conversation. */
  void note(Note note);

  /** Lets the hooks of this world call the API. */
  void connect(Callbacks callbacks);

  /** Returns the API that the hooks of this world call; empty if there is none. */
  Optional<Callbacks> callbacks();

  /** What the simulator needs to know of the API. */
  interface Callbacks {
    /** Returns the {@code base_url} of the requests to hooks. */
    String baseUrl();

    /** Returns a new token for a request to a hook. */
    String issueToken(Duration lifetime);

    /** Makes a token invalid. */
    void revokeToken(String token);

    /** Returns the requests of clients, oldest first. */
    List<Exchanged> journal();

    /** Says that somebody looked at the problems. */
    void seen();

    /** Returns whether there are problems that nobody looked at. */
    boolean isUnseen();
  }
}
