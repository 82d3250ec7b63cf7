package io.github.rossumext.response;

import java.util.List;

/**
 * An answer that was compared with the call that it answers: what Rossum would honour of it, and
 * what it would silently lose (protocol §4). Immutable and thread-safe.
 *
 * @param <R> the type of the answer
 * @param kept the answer without what would be lost
 * @param losses what would be lost and why, a sentence each, without any value of the document;
 *     none if the answer is kept as it is
 */
public record CheckedResponse<R extends HookResponse>(R kept, List<String> losses) {
  /** What is kept and what is lost. */
  public CheckedResponse {
    losses = List.copyOf(losses);
  }

  /** An answer of which nothing would be lost. */
  static <R extends HookResponse> CheckedResponse<R> complete(R response) {
    return new CheckedResponse<>(response, List.of());
  }
}
