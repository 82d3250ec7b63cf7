package io.github.rossumext.playground;

import io.github.rossumext.value.Secret;
import java.io.IOException;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * A comparison of two builds of an extension by the documents of a folder. It holds one document at
 * a time. Not thread-safe.
 */
final class Comparison implements AutoCloseable {
  private final Side before;
  private final Side after;

  /** Is told the result of each document. */
  interface Sink {
    /** A document in which something differs, or with which both builds fail. */
    void found(DocumentResult result) throws IOException;

    /** A document that cannot be compared, and why. */
    void failed(String document, String why);

    /** A document is done. */
    default void done() {}
  }

  /** Creates a comparison of extensions, which it closes. */
  Comparison(LoadedEndpoint before, LoadedEndpoint after, Secret secret) {
    this.before = new Side(before, secret);
    this.after = new Side(after, secret);
  }

  /**
   * Compares the documents.
   *
   * @param isStopped asked before each document
   */
  void run(List<ComparedDocument> documents, BooleanSupplier isStopped, Sink sink)
      throws IOException {
    for (ComparedDocument document : documents) {
      if (isStopped.getAsBoolean()) {
        return;
      }
      List<Difference> differences = List.of();
      try {
        before.next();
        after.next();
        differences = document.differences(before, after);
      } catch (IOException | IllegalArgumentException | IllegalStateException e) {
        sink.failed(document.name(), String.valueOf(e.getMessage()));
      }
      if (!differences.isEmpty()) {
        sink.found(DocumentResult.of(document.name(), differences));
      }
      sink.done();
    }
  }

  @Override
  public void close() {
    before.close();
    after.close();
  }
}
