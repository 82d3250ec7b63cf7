package io.github.rossumext;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** How much may be worked on at a time, and how much is. Thread-safe. */
final class Capacity {
  private final int maxRequests;
  private final long maxBytes;
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicLong bytes = new AtomicLong();

  Capacity(int maxRequests, long maxBytes) {
    this.maxRequests = maxRequests;
    this.maxBytes = maxBytes;
  }

  Admission admit() {
    if (requests.incrementAndGet() > maxRequests) {
      requests.decrementAndGet();
      return new Admission(this, false);
    }
    return new Admission(this, true);
  }

  /** Takes more bytes, or fewer where they are negative; false, and nothing taken, if too many. */
  boolean takeBytes(long more) {
    if (bytes.addAndGet(more) > maxBytes && more > 0) {
      bytes.addAndGet(-more);
      return false;
    }
    return true;
  }

  void giveBack(long size) {
    bytes.addAndGet(-size);
    requests.decrementAndGet();
  }

  /** How many requests are being worked on. */
  int requests() {
    return requests.get();
  }

  /** How many bytes are held for them. */
  long bytes() {
    return bytes.get();
  }
}
