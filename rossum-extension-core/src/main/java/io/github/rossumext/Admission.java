package io.github.rossumext;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The leave to work on a request, for adapters: asked for before its body is read, closed when its
 * answer was sent. It counts against the limits of the endpoint on requests at a time and on bytes
 * in memory. Used by one thread at a time.
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
   * Counts the body by its true length, which may be another than was known before it was read.
   *
   * @param length its length in bytes
   * @return whether there is room for it; if not, answer {@link HookEndpoint#overloaded()}
   */
  public boolean settle(long length) {
    long more = length - bytes.get();
    if (!granted || (more > 0 && !capacity.takeBytes(more))) {
      return false;
    }
    if (more < 0) {
      capacity.giveBytesBack(-more);
    }
    bytes.set(length);
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
