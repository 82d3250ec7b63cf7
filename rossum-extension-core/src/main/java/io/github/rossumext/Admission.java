package io.github.rossumext;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The leave to work on a request, for adapters: asked for before its body is read, closed when its
 * answer was sent. It counts against the limits of the endpoint on requests at a time and on bytes
 * in memory. Thread-safe.
 */
public final class Admission implements AutoCloseable {
  private final Capacity capacity;
  private final boolean granted;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final AtomicLong bytes;

  Admission(Capacity capacity, boolean granted, long bytes) {
    this.capacity = capacity;
    this.granted = granted;
    this.bytes = new AtomicLong(bytes);
  }

  /**
   * Whether the request may be read and answered; else answer {@link HookEndpoint#overloaded()}.
   */
  public boolean isGranted() {
    return granted;
  }

  /**
   * Asks for more memory, for a body that turns out longer than was known.
   *
   * @param more how many bytes more
   * @return whether there is room; if not, answer {@link HookEndpoint#overloaded()}
   */
  public boolean grow(long more) {
    if (!granted || !capacity.takeBytes(more)) {
      return false;
    }
    bytes.addAndGet(more);
    return true;
  }

  /** Gives back what was counted. */
  @Override
  public void close() {
    if (granted && closed.compareAndSet(false, true)) {
      capacity.giveBack(bytes.get());
    }
  }
}
