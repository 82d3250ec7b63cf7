package io.github.rossumext.internal.http;

import io.github.rossumext.exchange.HookExchange;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of one request as bytes, up to a limit, whatever {@code Content-Length} says. A
 * true length saves copies. A false one costs no memory, because the buffer is at most a small
 * multiple of the bytes that arrived. The memory is counted before it is allocated.
 */
final class BodyReader {
  /**
   * The most bytes that are allocated because of a declared length, before any byte has arrived.
   * Even thousands of clients that send nothing take little memory.
   */
  private static final int TRUSTED = 4 * 1024;

  private static final int GROWTH = 8;
  private static final int DRAIN_BUFFER = 16 * 1024;

  /** Rossum waits 30 seconds for the response. After that, nobody reads the response. */
  private static final long MOST_SECONDS = 30;

  /** Rossum sends a body at once. A client that sends single bytes only occupies a thread. */
  private static final long GRACE_SECONDS = 5;

  private static final long MIN_BYTES_PER_SECOND = 1024;

  private final HookExchange exchange;
  private final int limit;
  private final InFlight.Share share;
  private final LongSupplier nanos;
  private final long start;
  private @Nullable InputStream stream;
  private boolean isAsked;
  private boolean isWhole;
  private long count;

  BodyReader(HookExchange exchange, int limit, InFlight.Share share) {
    this(exchange, limit, share, System::nanoTime);
  }

  /** Creates a reader with this clock, which counts nanoseconds from any moment. */
  BodyReader(HookExchange exchange, int limit, InFlight.Share share, LongSupplier nanos) {
    this.exchange = exchange;
    this.limit = limit;
    this.share = share;
    this.nanos = nanos;
    this.start = nanos.getAsLong();
  }

  /** Returns whether the client has had enough time, or has sent too little in that time. */
  private boolean isLate() {
    long seconds = seconds();
    return seconds > MOST_SECONDS
        || (seconds > GRACE_SECONDS && count < seconds * MIN_BYTES_PER_SECOND);
  }

  private long seconds() {
    return TimeUnit.NANOSECONDS.toSeconds(nanos.getAsLong() - start);
  }

  /**
   * Returns the bytes of the body as they came. Counts their memory at once, and the request when
   * they have all arrived.
   */
  byte[] read() throws RejectedException {
    long declared = exchange.declaredLength();
    if (declared > limit) {
      throw RejectedException.tooLarge(declared, limit);
    }
    share.admit();
    byte[] body;
    try {
      body = read(opened(), declared);
    } catch (IOException e) {
      throw brokenOff(declared, "");
    }
    isWhole = true;
    if (body.length == 0 && declared > 0) {
      throw RejectedException.alreadyRead();
    }
    if (body.length < declared) {
      throw brokenOff(declared, ", unless a filter in front of the extension has read some");
    }
    share.enter();
    return body;
  }

  private InputStream opened() throws IOException, RejectedException {
    try {
      return open();
    } catch (IllegalStateException e) {
      throw RejectedException.alreadyRead();
    }
  }

  private InputStream open() throws IOException {
    isAsked = true;
    InputStream opened = exchange.body();
    stream = opened;
    return opened;
  }

  /** Reads at least one byte, even if the stream returns 0 bytes at times. */
  private static int read(InputStream in, byte[] buffer, int from, int length) throws IOException {
    int more = in.read(buffer, from, length);
    if (more != 0 || length == 0) {
      return more;
    }
    int next = in.read();
    if (next < 0) {
      return -1;
    }
    buffer[from] = (byte) next;
    return 1;
  }

  private byte[] read(InputStream in, long declared) throws IOException, RejectedException {
    byte[] body = held(new byte[0], firstSize(declared));
    while (true) {
      int more = read(in, body, (int) count, body.length - (int) count);
      if (more < 0) {
        return count == body.length ? body : Arrays.copyOf(body, (int) count);
      }
      count += more;
      if (count != declared && isLate()) {
        throw RejectedException.tooSlow(count, seconds());
      }
      if (count == body.length) {
        // This is usually the end. One byte shows it, without memory for more. If a filter has
        // unpacked the body, the declared length is too small.
        int next = in.read();
        if (next < 0) {
          return body;
        }
        if (count == limit) {
          count++;
          throw RejectedException.tooLarge(limit);
        }
        body = held(body, grownSize(body.length, declared));
        body[(int) count++] = (byte) next;
      }
    }
  }

  private byte[] held(byte[] body, int size) throws RejectedException {
    share.hold(size);
    return Arrays.copyOf(body, size);
  }

  private int firstSize(long declared) {
    return (int) Math.min(TRUSTED, declared < 0 ? limit : Math.max(declared, 1));
  }

  /**
   * The last step goes straight to the declared length, so that a body is copied once or twice and
   * not at every doubling.
   */
  private int grownSize(int length, long declared) {
    long next = (long) length * GROWTH;
    return (int) Math.min(limit, length < declared && next > declared / 2 ? declared : next);
  }

  private RejectedException brokenOff(long declared, String remark) {
    return RejectedException.brokenOff(
        declared < 0 ? "" : " after " + count + " of " + declared + " bytes" + remark);
  }

  /** Drains the rest now if that is not possible after the response. */
  void drainBeforeResponse() {
    try {
      if (exchange.isDrainedFirst()) {
        drain();
      }
    } catch (Throwable e) {
      // The response matters more than the rest of a body.
    }
  }

  /**
   * Reads and drops the rest, until twice the limit has been read in total.
   *
   * <p>Without this, a client that writes its whole request before it reads would not see the
   * response. A server that closes a connection with unread bytes resets it, and the reset
   * overtakes the response. Size and time are limited, so that a rejected client cannot occupy a
   * thread for ever. A client that waits for {@code 100 Continue} does not send its body.
   */
  void drain() {
    if (isWhole) {
      return;
    }
    long bound = 2L * limit;
    try {
      if (stream == null && (isAsked || exchange.isContinueExpected())) {
        return;
      }
      InputStream in = stream == null ? open() : stream;
      byte[] ignored = new byte[DRAIN_BUFFER];
      int more = 0;
      while (more >= 0 && count < bound && !isLate()) {
        count += more;
        more = read(in, ignored, 0, (int) Math.min(ignored.length, bound - count));
      }
      isWhole = more < 0;
    } catch (Throwable e) {
      // The body has ended, or the client is gone.
    }
  }

  /** Returns how many bytes have been read so far. */
  long count() {
    return count;
  }
}
