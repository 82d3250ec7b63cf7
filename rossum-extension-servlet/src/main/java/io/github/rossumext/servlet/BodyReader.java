package io.github.rossumext.servlet;

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
 * stays within a small multiple of what really arrived.
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

  /** The bytes of the body as they came. */
  byte[] read() throws RejectedException {
    if (declared > limit) {
      throw tooLarge(declared + " bytes");
    }
    InputStream in = open();
    byte[] body;
    try {
      body = declared < 0 ? readUndeclared(in) : readDeclared(in);
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

  private byte[] readDeclared(InputStream in) throws IOException, RejectedException {
    int expected = (int) declared;
    byte[] body = new byte[Math.min(expected, TRUSTED)];
    while (count < expected) {
      if (count == body.length) {
        body = Arrays.copyOf(body, grown(body.length, expected));
      }
      int more = in.read(body, (int) count, body.length - (int) count);
      if (more < 0) {
        return Arrays.copyOf(body, (int) count);
      }
      count += more;
    }
    int next = in.read();
    return next < 0 ? body : withRest(body, next, in);
  }

  // The last step is a jump, so that a body is copied once or twice and not at every doubling.
  private static int grown(int length, int expected) {
    long next = (long) length * GROWTH;
    return next > expected / 2 ? expected : (int) next;
  }

  /** A filter that unpacks the body leaves a length behind that is too small. */
  private byte[] withRest(byte[] body, int next, InputStream in)
      throws IOException, RejectedException {
    count++;
    if (count > limit) {
      throw overLimit();
    }
    byte[] rest = readUndeclared(in);
    byte[] whole = Arrays.copyOf(body, body.length + 1 + rest.length);
    whole[body.length] = (byte) next;
    System.arraycopy(rest, 0, whole, body.length + 1, rest.length);
    return whole;
  }

  private byte[] readUndeclared(InputStream in) throws IOException, RejectedException {
    byte[] body = in.readNBytes(limit - (int) count);
    count += body.length;
    if (count == limit && in.read() >= 0) {
      count++;
      throw overLimit();
    }
    return body;
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

  private boolean expectsContinue() {
    return "100-continue".equalsIgnoreCase(request.getHeader("Expect"));
  }

  /** How many bytes have been read so far. */
  long count() {
    return count;
  }

  private RejectedException overLimit() {
    return tooLarge("more than " + limit + " bytes");
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
