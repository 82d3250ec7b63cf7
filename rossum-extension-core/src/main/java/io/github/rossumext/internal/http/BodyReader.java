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
 * declared length saves copies if it is true and costs no memory if it is not: the buffer stays
 * within a small multiple of what really arrived, and is counted before it is made.
 */
final class BodyReader {
  /** A declared length is believed up to this size before anything has arrived. */
  private static final int TRUSTED = 256 * 1024;

  private static final int GROWTH = 8;
  private static final int DRAIN_BUFFER = 16 * 1024;

  /** Rossum waits 30 seconds for the response. After that, nobody reads it. */
  private static final long MOST_SECONDS = 30;

  /** Rossum sends a body at once. A client that sends byte by byte only holds a thread. */
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

  /** Reads by this clock, which counts nanoseconds from any point in time. */
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

  /** Returns the bytes of the body as they came, and counts the request and its memory. */
  byte[] read() throws RejectedException {
    long declared = exchange.declaredLength();
    if (declared > limit) {
      throw RejectedException.tooLarge(declared, limit);
    }
    share.enter();
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

  /** Reads some bytes, at least one, also from a stream that returns none. */
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
        // Mostly the end: a byte tells, without memory for more. A filter that unpacks the body
        // leaves a length behind that is too small.
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

  /** The last step is a jump, so that a body is copied once or twice and not at every doubling. */
  private int grownSize(int length, long declared) {
    long next = (long) length * GROWTH;
    return (int) Math.min(limit, length < declared && next > declared / 2 ? declared : next);
  }

  private RejectedException brokenOff(long declared, String remark) {
    return RejectedException.brokenOff(
        declared < 0 ? "" : " after " + count + " of " + declared + " bytes" + remark);
  }

  /** Drains the rest now if that cannot be done after the response. */
  void drainBeforeResponse() {
    try {
      if (exchange.isDrainedFirst()) {
        drain();
      }
    } catch (Throwable e) {
      // The response is worth more than the rest of a body.
    }
  }

  /**
   * Reads on, up to twice the limit in all, and drops it.
   *
   * <p>A client that writes its whole request before it reads would not see the response otherwise:
   * a server that closes a connection with unread bytes resets it, and the reset overtakes the
   * response. Size and time are bounded, because nobody has to listen to a rejected client for
   * ever. A client that waits for {@code 100 Continue} before it sends its body sends none.
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
      // There is nothing more to read, or nobody who waits for the response.
    }
  }

  /** Returns how many bytes have been read so far. */
  long count() {
    return count;
  }
}
