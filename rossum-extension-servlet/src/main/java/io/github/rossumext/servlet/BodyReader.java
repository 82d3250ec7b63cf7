package io.github.rossumext.servlet;

import io.github.rossumext.Admission;
import io.github.rossumext.EndpointResponse;
import io.github.rossumext.HookEndpoint;
import io.github.rossumext.HookRejection;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Reads the body of one request as bytes, up to a limit, whatever {@code Content-Length} says. A
 * declared length saves copies where it is true and costs no memory where it is not: the buffer
 * stays within a small multiple of what really arrived, and is counted before it is made.
 */
final class BodyReader {
  /** As much as a declared length is believed before anything has arrived. */
  private static final int TRUSTED = 256 * 1024;

  private static final int GROWTH = 8;
  private static final int DRAIN_BUFFER = 16 * 1024;

  private final HttpServletRequest request;
  private final HookEndpoint endpoint;
  private final int limit;
  private final long declared;
  private boolean opened;
  private boolean wasFinished;
  private long count;

  BodyReader(HttpServletRequest request, HookEndpoint endpoint) {
    this.request = request;
    this.endpoint = endpoint;
    this.limit = endpoint.maxBodyBytes();
    this.declared = request.getContentLengthLong();
  }

  /**
   * The bytes of the body as they came.
   *
   * @param admission what the memory for them is counted by
   */
  byte[] read(Admission admission) throws RejectedException {
    if (declared > limit) {
      throw tooLarge(declared + " bytes");
    }
    if (!admission.isGranted()) {
      throw overloaded("too many requests at a time");
    }
    InputStream in = open();
    byte[] body;
    try {
      body = read(in, admission);
    } catch (IOException e) {
      throw brokenOff("");
    }
    if (body.length == 0 && (declared > 0 || wasFinished)) {
      throw alreadyRead();
    }
    if (body.length < declared) {
      throw brokenOff(", unless a filter in front of the servlet has read some");
    }
    return body;
  }

  /** The stream of the container, which is there once only. */
  private InputStream open() throws RejectedException {
    try {
      ServletInputStream in = request.getInputStream();
      opened = true;
      wasFinished = isChunked() && isFinished(in);
      return in;
    } catch (IllegalStateException e) {
      throw alreadyRead();
    } catch (IOException e) {
      throw brokenOff("");
    }
  }

  private boolean isChunked() {
    return declared < 0 && request.getHeader("Transfer-Encoding") != null;
  }

  private static boolean isFinished(ServletInputStream in) {
    try {
      return in.isFinished();
    } catch (RuntimeException e) { // the streams of filters often leave this method out
      return false;
    }
  }

  private byte[] read(InputStream in, Admission admission) throws IOException, RejectedException {
    byte[] body = held(new byte[0], firstSize(), admission);
    while (true) {
      int more = in.read(body, (int) count, body.length - (int) count);
      if (more < 0) {
        return count == body.length ? body : Arrays.copyOf(body, (int) count);
      }
      count += more;
      if (count == body.length) {
        // Mostly the end: a byte tells, without memory for more. A filter that unpacks the body
        // leaves a length behind that is too small.
        int next = in.read();
        if (next < 0) {
          return body;
        }
        if (count == limit) {
          count++;
          throw tooLarge("more than " + limit + " bytes");
        }
        body = held(body, grownSize(body.length), admission);
        body[(int) count++] = (byte) next;
      }
    }
  }

  private byte[] held(byte[] body, int size, Admission admission) throws RejectedException {
    if (!admission.hold(size)) {
      throw overloaded("too many bytes at a time");
    }
    return Arrays.copyOf(body, size);
  }

  private int firstSize() {
    return (int) Math.min(TRUSTED, declared < 0 ? limit : Math.max(declared, 1));
  }

  /** The last step is a jump, so that a body is copied once or twice and not at every doubling. */
  private int grownSize(int length) {
    long next = (long) length * GROWTH;
    return (int) Math.min(limit, length < declared && next > declared / 2 ? declared : next);
  }

  /**
   * Reads on, after the answer has been sent, up to twice the limit in all.
   *
   * <p>A client that writes its whole request before it reads would not see the answer otherwise: a
   * server that closes a connection with unread bytes resets it, and the reset overtakes the
   * answer. It is bounded, since nobody has to listen to a rejected caller for ever; and a client
   * that waits for {@code 100 Continue} before it sends its body sends none.
   */
  void drain() {
    if (!opened && expectsContinue()) {
      return;
    }
    long bound = 2L * limit;
    try {
      InputStream in = request.getInputStream();
      byte[] ignored = new byte[DRAIN_BUFFER];
      int more = 0;
      while (more >= 0 && count < bound) {
        count += more;
        more = in.read(ignored, 0, (int) Math.min(ignored.length, bound - count));
      }
    } catch (IOException | RuntimeException e) {
      // There is nothing more to read, or nobody who waits for the answer.
    }
  }

  /**
   * Reads on as {@link #drain()} does, and before the answer, where a stream ends with it: in
   * HTTP/2, whose containers need not let a client send the rest of a body that has been answered,
   * while some clients wait for just that.
   */
  void drainStream() {
    if (!request.getProtocol().startsWith("HTTP/1")) {
      drain();
    }
  }

  private boolean expectsContinue() {
    return "100-continue".equalsIgnoreCase(request.getHeader("Expect"));
  }

  /** How many bytes have been read so far. */
  long count() {
    return count;
  }

  private RejectedException overloaded(String why) {
    return new RejectedException(why, HookRejection.Reason.OVERLOAD, endpoint.overloaded());
  }

  private RejectedException tooLarge(String size) {
    return new RejectedException(
        "body too large, " + size, HookRejection.Reason.SIZE, endpoint.tooLarge());
  }

  private RejectedException brokenOff(String remark) {
    return new RejectedException(
        declared < 0
            ? "body broken off"
            : "body broken off after " + count + " of " + declared + " bytes" + remark,
        EndpointResponse.error(400, "The request broke off before its end."));
  }

  private static RejectedException alreadyRead() {
    return new RejectedException(
        "body already read by a filter in front of the servlet, so that its signature cannot be"
            + " checked: exclude the servlet's path from filters that call getReader(),"
            + " getParameter() or read the input stream, or put them behind it",
        EndpointResponse.error(
            500, "The extension is not set up right and changed nothing: see its log."));
  }
}
