package io.github.rossumext;

/**
 * The leave to work on a request, for adapters: asked for before its body is read, closed when its
 * answer was sent. It counts against the limits of the endpoint on requests at a time and on bytes
 * in memory. Not thread-safe.
 */
public final class Admission implements AutoCloseable {
  private final Capacity capacity;
  private final boolean granted;
  private long bytes;
  private boolean closed;

  Admission(Capacity capacity, boolean granted) {
    this.capacity = capacity;
    this.granted = granted;
  }

  /**
   * Whether the request may be read and answered; else answer {@link HookEndpoint#overloaded()}.
   */
  public boolean isGranted() {
    return granted;
  }

  /**
   * Counts the memory that the body takes, in place of what was counted for it before. Say so
   * before the memory is taken: what a client declares and never sends should cost nothing.
   *
   * @param length the bytes that are held for the body, all in all
   * @return whether there is room for them; if not, nothing has changed: answer {@link
   *     HookEndpoint#overloaded()}
   * @throws IllegalArgumentException if the length is negative
   */
  public boolean hold(long length) {
    if (length < 0) {
      throw new IllegalArgumentException("A body cannot hold " + length + " bytes.");
    }
    if (!granted || closed || !capacity.takeBytes(length - bytes)) {
      return false;
    }
    bytes = length;
    return true;
  }

  /** Gives back what was counted. */
  @Override
  public void close() {
    if (granted && !closed) {
      closed = true;
      capacity.giveBack(bytes);
    }
  }
}
