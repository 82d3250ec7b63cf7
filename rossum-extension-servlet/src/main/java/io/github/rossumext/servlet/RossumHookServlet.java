package io.github.rossumext.servlet;

import io.github.rossumext.Admission;
import io.github.rossumext.EndpointRequest;
import io.github.rossumext.EndpointResponse;
import io.github.rossumext.HookEndpoint;
import io.github.rossumext.HookRejection;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves a {@link HookEndpoint} from a Jakarta Servlet container (protocol §1): give it the path
 * that the hook's {@code config.url} names, and keep it out of reach of filters that read bodies.
 *
 * <pre>{@code
 * ServletContextHandler context = new ServletContextHandler(); // Jetty; others are alike
 * context.addServlet(new ServletHolder(new RossumHookServlet(endpoint)), "/rossum");
 * }</pre>
 *
 * <p>A container that creates its servlets itself, by {@code web.xml}, uses the constructor without
 * parameters: the init parameter {@value #ENDPOINT_FACTORY} names a class of the author's, a {@code
 * Supplier<HookEndpoint>} with a public constructor without parameters. The servlet closes the
 * endpoint that it made so when it is destroyed; one that was given to it is left open.
 *
 * <p>What it answers by itself; everything else is the endpoint's answer:
 *
 * <ul>
 *   <li>{@code GET} and {@code HEAD}: a small page saying that the extension is up and which events
 *       it handles, so that a tunnel can be checked with a browser, and a load balancer can ask;
 *       503 once the endpoint is closed
 *   <li>more requests or bytes at a time than the endpoint takes: 503 with {@code Retry-After}
 *   <li>any other method than {@code POST}: 405
 *   <li>anything but JSON: 415
 *   <li>a body over {@link HookEndpoint#maxBodyBytes()}: 413, noticed while reading, so that a
 *       wrong or missing {@code Content-Length} changes nothing
 *   <li>a body that ends before its {@code Content-Length}: 400
 *   <li>a body that a filter has read before: 500, and the log says what to do. The signature
 *       covers the bytes as they came, so nobody else may read them first.
 * </ul>
 *
 * <p>All of these but the page carry a message for the user, since Rossum shows the messages of any
 * answer. After a rejection it reads on, up to twice the limit in all, so that the answer also
 * reaches a client that writes its whole request before it reads.
 *
 * <p>The log gets one line a request: of the endpoint for what reaches it, of this class for
 * everything else; a second one where the caller is gone before the answer is sent. It never shows
 * a body, a header other than the content type, or an exception's text.
 *
 * <p>How long a client may take is the container's business. The body is held in memory while a
 * request is served. Thread-safe; it holds no state but the endpoint.
 */
public class RossumHookServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(RossumHookServlet.class);
  private static final String ALLOWED = "GET, HEAD, POST";
  private static final int MAX_WORD = 80;

  /** The init parameter that names the author's factory: {@value}. */
  public static final String ENDPOINT_FACTORY = "rossum.endpoint.factory";

  /** Lost in serialisation, which servlets inherit and no container uses. */
  private transient @Nullable HookEndpoint endpoint;

  private transient boolean isOwn;

  /**
   * A servlet for this endpoint.
   *
   * @param endpoint what answers the requests
   */
  public RossumHookServlet(HookEndpoint endpoint) {
    this.endpoint = endpoint;
  }

  /** A servlet for the endpoint of the factory that {@value #ENDPOINT_FACTORY} names. */
  public RossumHookServlet() {}

  /**
   * Makes the endpoint, unless it was given.
   *
   * @throws ServletException if the init parameter is missing, or the factory cannot be made or
   *     fails; the message says what to do
   */
  @Override
  public final void init() throws ServletException {
    if (endpoint == null) {
      endpoint = EndpointFactory.make(getInitParameter(ENDPOINT_FACTORY));
      isOwn = true;
    }
  }

  /** Closes the endpoint, unless it was given. */
  @Override
  public final void destroy() {
    if (isOwn && endpoint != null) {
      endpoint.close();
    }
  }

  private HookEndpoint endpoint() {
    if (endpoint == null) {
      throw new IllegalStateException("The servlet was not initialised by its container.");
    }
    return endpoint;
  }

  /**
   * Answers a request. Never throws: whatever happens, the caller gets an answer without a stack
   * trace, as long as it is still there.
   */
  @Override
  protected final void service(HttpServletRequest request, HttpServletResponse response) {
    long start = System.nanoTime();
    try {
      switch (request.getMethod()) {
        case "POST" -> post(request, response, start);
        case "GET", "HEAD" -> page(request, response, start);
        default -> {
          response.setHeader("Allow", ALLOWED);
          reject(notAllowed(request), new BodyReader(request, endpoint()), response, start);
        }
      }
    } catch (IOException e) {
      LOG.warn("the answer was not sent: the caller is gone, after {} ms", millis(start));
    } catch (Throwable e) { // an Error must not become the container's page with a stack trace
      failed(e, response, start);
    }
  }

  private void post(HttpServletRequest request, HttpServletResponse response, long start)
      throws IOException {
    BodyReader reader = new BodyReader(request, endpoint());
    try (Admission admission = endpoint().admit()) {
      byte[] body;
      try {
        requireJson(request);
        body = reader.read(admission);
      } catch (RejectedException e) {
        reject(e, reader, response, start);
        return;
      }
      send(endpoint().handle(EndpointRequest.of(headers(request), body)), response);
    }
  }

  private static Map<String, List<String>> headers(HttpServletRequest request) {
    Map<String, List<String>> headers = new TreeMap<>();
    for (String name : Collections.list(request.getHeaderNames())) {
      headers.put(name, Collections.list(request.getHeaders(name)));
    }
    return headers;
  }

  private static void requireJson(HttpServletRequest request) throws RejectedException {
    // Not getContentType(): Jetty's looks up the charset that it names, and fails where there is
    // none.
    String type = request.getHeader("Content-Type");
    if (type == null || !type.split(";", 2)[0].trim().equalsIgnoreCase("application/json")) {
      throw new RejectedException(
          "content type " + (type == null ? "missing" : word(type)),
          EndpointResponse.error(415, "The extension accepts requests of type application/json."));
    }
  }

  private static RejectedException notAllowed(HttpServletRequest request) {
    return new RejectedException(
        "method " + word(request.getMethod()),
        EndpointResponse.error(405, "The extension is called by POST."));
  }

  private void reject(
      RejectedException rejection, BodyReader reader, HttpServletResponse response, long start) {
    EndpointResponse answer = rejection.answer();
    LOG.warn("rejected: {} -> {} in {} ms", rejection.getMessage(), answer.status(), millis(start));
    endpoint()
        .rejected(
            new HookRejection(
                rejection.reason(),
                answer.status(),
                reader.count(),
                Duration.ofNanos(System.nanoTime() - start)));
    reader.drainStream();
    try {
      send(answer, response);
      response.flushBuffer();
    } catch (IOException e) {
      return; // Nobody is left to be told, and the line about the request is written.
    }
    reader.drain();
  }

  private static void send(EndpointResponse answer, HttpServletResponse response)
      throws IOException {
    response.setStatus(answer.status());
    response.setHeader("Cache-Control", "no-store");
    answer.headers().forEach(response::setHeader);
    response.setContentLength(answer.contentLength());
    answer.writeTo(response.getOutputStream());
  }

  private void page(HttpServletRequest request, HttpServletResponse response, long start)
      throws IOException {
    boolean isUp = !endpoint().isClosed();
    byte[] page = StatusPage.of(isUp, endpoint().events());
    int status = isUp ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE;
    LOG.info("status page -> {} in {} ms", status, millis(start));
    response.setStatus(status);
    response.setHeader("Cache-Control", "no-store");
    response.setContentType("text/html; charset=utf-8");
    response.setContentLength(page.length);
    if (request.getMethod().equals("GET")) {
      response.getOutputStream().write(page);
    }
  }

  // The type and the place only: the texts of exceptions may quote what was in the request.
  private static void failed(Throwable failure, HttpServletResponse response, long start) {
    LOG.error(
        "failed: {} at {} -> 500 in {} ms",
        failure.getClass().getName(),
        place(failure),
        millis(start));
    try {
      if (!response.isCommitted()) {
        response.reset();
        send(
            EndpointResponse.error(500, "The extension failed and changed nothing: see its log."),
            response);
      }
    } catch (IOException | RuntimeException e) {
      // Nobody is left to be told.
    }
  }

  private static String place(Throwable failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    return trace.length == 0 ? "an unknown place" : trace[0].toString();
  }

  private static long millis(long start) {
    return (System.nanoTime() - start) / 1_000_000;
  }

  /** A word of the request, such that it can neither forge a line of the log nor flood it. */
  private static String word(@Nullable String text) {
    StringBuilder word = new StringBuilder();
    String known = String.valueOf(text);
    for (int i = 0; i < Math.min(known.length(), MAX_WORD); i++) {
      char c = known.charAt(i);
      word.append(c >= ' ' && c < 127 ? c : '?');
    }
    return word.toString();
  }
}
