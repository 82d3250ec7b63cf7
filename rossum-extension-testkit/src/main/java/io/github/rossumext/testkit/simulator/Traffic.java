package io.github.rossumext.testkit.simulator;

import io.github.rossumext.testkit.internal.Turn;
import io.github.rossumext.testkit.internal.api.World;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The order of requests and call-backs. While a hook has a request, the API may change the
 * document; the requests about changes of the status wait until the step has ended.
 */
final class Traffic {
  private final Turn turn = new Turn();
  private final Deque<Runnable> later = new ArrayDeque<>();
  private final List<OpenDocument> documents = new ArrayList<>();
  private final DeliveryFaults faults = new DeliveryFaults();
  private World.@Nullable Callbacks api;
  private int depth;
  private int waiting;

  Turn turn() {
    return turn;
  }

  /** Returns what goes wrong with the next requests. */
  DeliveryFaults faults() {
    return faults;
  }

  /** Does a step of a user, of Rossum or of an API client. */
  <T> T step(Supplier<T> work) {
    return turn.take(() -> counted(work));
  }

  private <T> T counted(Supplier<T> work) {
    depth++;
    try {
      T result = work.get();
      while (depth == 1 && !later.isEmpty()) {
        later.remove().run();
      }
      return result;
    } finally {
      depth--;
    }
  }

  /** Waits for the response of a hook. */
  <T> T waiting(Supplier<T> response) {
    waiting++;
    try {
      return turn.giveWay(response);
    } finally {
      waiting--;
    }
  }

  /** Returns whether a hook has a request, so that requests about the status must wait. */
  boolean isWaiting() {
    return waiting > 0;
  }

  /** Does something when the step has ended. */
  void later(Runnable work) {
    later.add(work);
  }

  void add(OpenDocument document) {
    documents.add(document);
  }

  @SuppressWarnings("ReferenceEquality") // this very document: it may have been opened again
  void forgetExcept(@Nullable OpenDocument open) {
    documents.removeIf(document -> document != open);
  }

  List<OpenDocument> documents() {
    return List.copyOf(documents);
  }

  void connect(World.Callbacks callbacks) {
    api = callbacks;
  }

  /** Returns the API that the hooks can call; empty if they call none of the testkit. */
  Optional<World.Callbacks> api() {
    return Optional.ofNullable(api);
  }
}
