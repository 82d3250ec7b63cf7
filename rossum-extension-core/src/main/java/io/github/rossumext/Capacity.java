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

  Admission admit(long size) {
    if (requests.incrementAndGet() > maxRequests || !takeBytes(size)) {
      requests.decrementAndGet();
      return new Admission(this, false, 0);
    }
    return new Admission(this, true, size);
  }

  boolean takeBytes(long more) {
    if (bytes.addAndGet(more) > maxBytes) {
      bytes.addAndGet(-more);
      return false;
    }
    return true;
  }

  void giveBytesBack(long less) {
    bytes.addAndGet(-less);
  }

  void giveBack(long size) {
    giveBytesBack(size);
    requests.decrementAndGet();
  }
}
