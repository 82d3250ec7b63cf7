package io.github.rossumext.internal.http;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Counts the running requests and the memory that bodies take, and enforces the limits. A request
 * runs only when its body has arrived, so clients that send nothing leave room for the others.
 * Closing waits for all requests that it has let in. Thread-safe.
 */
public final class InFlight {
  // A request counts until its response is sent completely, because a slow client may take long to
  // read it. A fast client may have read the response, and send the next request, just before the
  // server notices that. So a new request waits this long for room.
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(1);

  private final int maxRequests;
  private final long maxBytes;
  private final long patience; // in nanoseconds
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition idle = lock.newCondition();
  private final Condition released = lock.newCondition();
  private int arriving;
  private int requests;
  private int sending;
  private long bytes;
  private boolean closed;

  /** Creates a counter with these limits. */
  public InFlight(int maxRequests, long maxBytes) {
    this(maxRequests, maxBytes, PATIENCE);
  }

  /** Creates a counter at which a request waits this many nanoseconds for room. */
  InFlight(int maxRequests, long maxBytes, long patience) {
    this.maxRequests = maxRequests;
    this.maxBytes = maxBytes;
    this.patience = patience;
  }

  /** Returns the share of one request, which is still 0. */
  Share share() {
    return new Share();
  }

  /** Returns how many requests may run at a time. */
  public int maxRequests() {
    return maxRequests;
  }

  /** Returns how many bytes all bodies together may take. */
  public long maxBytes() {
    return maxBytes;
  }

  /** Returns how many requests are running. */
  int requests() {
    return locked(() -> requests);
  }

  /** Returns how many bytes their bodies take. */
  long bytes() {
    return locked(() -> bytes);
  }

  /** Returns whether new requests are rejected. */
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

  /**
   * Returns whether there is room. If not, it waits while responses are being sent. The caller
   * holds the lock.
   */
  private boolean hasRoom(BooleanSupplier isRoom) {
    long left = patience;
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
   * Rejects new requests, and waits until those that it has let in are done, at most for the given
   * time.
   */
  public void close(Duration patience) throws InterruptedException {
    lock.lock();
    try {
      closed = true;
      released.signalAll();
      long left = patience.toNanos();
      while (arriving + requests > 0 && left > 0) {
        left = idle.awaitNanos(Math.min(left, TimeUnit.MINUTES.toNanos(1)));
      }
    } finally {
      lock.unlock();
    }
  }

  /** The share of one request in the counts. For one thread. */
  final class Share implements AutoCloseable {
    private boolean isArriving;
    private boolean entered;
    private boolean isSending;
    private long held;

    private Share() {}

    /**
     * Lets in a request whose body is still to be read. It does not count as running yet.
     *
     * @throws RejectedException if too many requests are running, or this is closed
     */
    void admit() throws RejectedException {
      lock.lock();
      try {
        requireRoom();
        arriving++;
        isArriving = true;
      } finally {
        lock.unlock();
      }
    }

    /**
     * Counts the request as running. If it was let in before, it may run even after this is closed.
     *
     * @throws RejectedException if too many requests are running, or this is closed
     */
    void enter() throws RejectedException {
      lock.lock();
      try {
        requireRoom();
        arrived();
        requests++;
        entered = true;
      } finally {
        lock.unlock();
      }
    }

    private void requireRoom() throws RejectedException {
      boolean isRoom = hasRoom(() -> requests < maxRequests);
      if (closed && !isArriving) {
        throw RejectedException.closed();
      }
      if (!isRoom) {
        throw RejectedException.overloaded("too many requests at a time");
      }
    }

    private void arrived() {
      if (isArriving) {
        isArriving = false;
        arriving--;
      }
    }

    /**
     * Sets the memory that the body takes. Call it before each allocation. Bytes that a client
     * declares but never sends do not count.
     *
     * @throws RejectedException if the limit does not allow it; then the count stays
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

    /** Notes that only the response is left to send, so there will be room soon. */
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

    /** Removes the request and its memory from the counts. */
    @Override
    public void close() {
      lock.lock();
      try {
        arrived();
        if (entered) {
          entered = false;
          requests--;
        }
        if (isSending) {
          isSending = false;
          sending--;
        }
        bytes -= held;
        held = 0;
        released.signalAll();
        if (arriving + requests == 0) {
          idle.signalAll();
        }
      } finally {
        lock.unlock();
      }
    }
  }
}
