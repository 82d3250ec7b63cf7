package io.github.rossumext;

/**
 * Sees what an endpoint does, for metrics, audit or recording. Every request ends in exactly one of
 * {@link #answered}, {@link #failed} and {@link #rejected}, on the thread that the request came on,
 * after the answer is made and before it is sent. What a listener throws is logged by its type and
 * changes no answer. One instance serves all requests, many at a time: an implementation must be
 * thread-safe, and quick, since the caller waits.
 */
public interface HookListener {
  /** A request was verified and read, and goes to its handler. */
  default void received(HookCall call) {}

  /** A call was answered, by its handler or, where it has none, with no opinion. */
  default void answered(HookCall call, HookResult answer) {}

  /**
   * The handler of a call failed.
   *
   * @param answer what was answered instead, by the {@link FailurePolicy}
   * @param failure what was thrown; its text may quote the document
   */
  default void failed(HookCall call, HookResult answer, Throwable failure) {}

  /** A request was refused: nothing in it can be trusted. */
  default void rejected(HookRejection rejection) {}
}
