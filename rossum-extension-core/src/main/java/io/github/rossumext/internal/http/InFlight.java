package io.github.rossumext.internal.http;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * The requests that are being worked on and the bytes that are held for them, within limits;
 * closing waits for them. Thread-safe.
 */
public final class InFlight {
  // A client that has its response may send the next request before the server knows that all is
  // sent. A response counts until then, because a slow client makes it last.
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(1);

  private final int maxRequests;
  private final long maxBytes;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition idle = lock.newCondition();
  private final Condition released = lock.newCondition();
  private int requests;
  private int sending;
  private long bytes;
  private boolean closed;

  /** Counts up to these limits. */
  public InFlight(int maxRequests, long maxBytes) {
    this.maxRequests = maxRequests;
    this.maxBytes = maxBytes;
  }

  /** Returns the share of one request, which counts nothing yet. */
  Share share() {
    return new Share();
  }

  /** Returns how many requests may be worked on at a time. */
  public int maxRequests() {
    return maxRequests;
  }

  /** Returns how many bytes may be held at a time. */
  public long maxBytes() {
    return maxBytes;
  }

  /** Returns how many requests are being worked on. */
  int requests() {
    return locked(() -> requests);
  }

  /** Returns how many bytes are held for them. */
  long bytes() {
    return locked(() -> bytes);
  }

  /** Returns whether no more requests are taken. */
  public boolean isClosed() {
    return locked(() -> closed);
  }

  private <T> T locked(Supplier<T> read) {
    lock.lock();
    try {
      return read.get();
    } finally {
      lock.unlock();
    }
  }

  /** Waits for room if there is none and responses are on their way. Holds the lock. */
  private boolean hasRoom(BooleanSupplier isRoom) {
    long left = PATIENCE;
    try {
      while (!isRoom.getAsBoolean() && sending > 0 && !closed && left > 0) {
        left = released.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return isRoom.getAsBoolean();
  }

  /**
   * Takes no more requests, and waits until those that are running are done, or for the time given.
   */
  public void close(Duration patience) throws InterruptedException {
    lock.lock();
    try {
      closed = true;
      released.signalAll();
      long left = patience.toNanos();
      while (requests > 0 && left > 0) {
        left = idle.awaitNanos(Math.min(left, TimeUnit.MINUTES.toNanos(1)));
      }
    } finally {
      lock.unlock();
    }
  }

  /** What one request counts. For one thread. */
  final class Share implements AutoCloseable {
    private boolean entered;
    private boolean isSending;
    private long held;

    private Share() {}

    /**
     * Counts the request.
     *
     * @throws RejectedException if there are too many, or no more are taken
     */
    void enter() throws RejectedException {
      lock.lock();
      try {
        boolean isRoom = hasRoom(() -> requests < maxRequests);
        if (closed) {
          throw RejectedException.closed();
        }
        if (!isRoom) {
          throw RejectedException.overloaded("too many requests at a time");
        }
        requests++;
        entered = true;
      } finally {
        lock.unlock();
      }
    }

    /**
     * Counts the memory that the body takes, instead of what was counted for it before. It is
     * counted before it is taken: what a client declares and never sends should cost nothing.
     *
     * @throws RejectedException if there is no room for it; then nothing has changed
     */
    void hold(long length) throws RejectedException {
      lock.lock();
      try {
        long more = length - held;
        if (more > 0 && !hasRoom(() -> bytes + more <= maxBytes)) {
          throw RejectedException.overloaded("too many bytes at a time");
        }
        bytes += more;
        held = length;
      } finally {
        lock.unlock();
      }
    }

    /** Only the response has to be sent now: soon there will be room. */
    void sending() {
      lock.lock();
      try {
        if (entered && !isSending) {
          isSending = true;
          sending++;
        }
      } finally {
        lock.unlock();
      }
    }

    /** Gives back what was counted. */
    @Override
    public void close() {
      if (!entered) {
        return;
      }
      lock.lock();
      try {
        entered = false;
        if (isSending) {
          sending--;
        }
        released.signalAll();
        bytes -= held;
        held = 0;
        requests--;
        if (requests == 0) {
          idle.signalAll();
        }
      } finally {
        lock.unlock();
      }
    }
  }
}
