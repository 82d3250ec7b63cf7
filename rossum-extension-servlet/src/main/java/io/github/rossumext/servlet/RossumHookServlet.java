package io.github.rossumext.servlet;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.HookEvent;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A servlet that serves a {@link HookEndpoint}. In Jetty:
 *
 * {@snippet class="io.github.rossumext.snippets.EndpointSnippetsTest" region="servlet"}
 *
 * <p>To set it up:
 *
 * <ul>
 *   <li>Map it to the path of the hook's URL ({@code config.url}).
 *   <li>Exclude this path from filters that read the body of a request. A body can be read only
 *       once.
 *   <li>Let the container start it with the application ({@code load-on-startup}). Otherwise most
 *       containers start it with the first request. When it starts, it logs its path and its
 *       events.
 *   <li>Let the container close connections that send nothing: see <a
 *       href="https://github.com/rossumext/rossum-extension/blob/main/docs/deployment.md#slow-clients">Slow
 *       clients</a>.
 * </ul>
 *
 * <p>{@link HookEndpoint#serve} lists the responses. There are two ways to create the servlet:
 *
 * <ul>
 *   <li>You pass an endpoint to the constructor. You also close this endpoint.
 *   <li>The container creates the servlet, for example because {@code web.xml} names it. Then the
 *       init parameter {@value #ENDPOINT_FACTORY} names your factory: a public class that
 *       implements {@code Supplier<HookEndpoint>} and has a public constructor without parameters.
 *       The servlet gets the endpoint from the factory when it starts, and closes it when it ends.
 * </ul>
 *
 * <p>Thread-safe.
 */
public class RossumHookServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(RossumHookServlet.class);

  /** The init parameter that names the factory: {@value}. */
  public static final String ENDPOINT_FACTORY = "rossum.endpoint.factory";

  // Lost in serialisation, which servlets inherit and no container uses.
  private transient @Nullable HookEndpoint endpoint;
  private transient boolean isOwn;

  /** Creates a servlet for this endpoint. The servlet does not close it. */
  public RossumHookServlet(HookEndpoint endpoint) {
    this.endpoint = endpoint;
  }

  /**
   * Creates a servlet that gets its endpoint from a factory. The init parameter {@value
   * #ENDPOINT_FACTORY} names the class of the factory.
   */
  public RossumHookServlet() {}

  /**
   * Starts the servlet. The container calls this. If the constructor got no endpoint, the factory
   * creates one. The log then has a line with the path and the events.
   *
   * @throws ServletException if there is no factory, or it cannot be used; the message says what to
   *     do
   */
  @Override
  public final void init() throws ServletException {
    HookEndpoint served = endpoint;
    if (served == null) {
      served = EndpointFactory.make(getInitParameter(ENDPOINT_FACTORY));
      endpoint = served;
      isOwn = true;
    }
    if (served.events().isEmpty()) {
      return; // the endpoint of a warm-up
    }
    LOG.info("ready path=\"{}\" events=\"{}\"", paths(), events(served));
  }

  /** Returns the paths that the container gives to this servlet; only the container knows them. */
  private String paths() {
    ServletContext context = getServletContext();
    ServletRegistration registration = context.getServletRegistration(getServletName());
    return registration == null
        ? "unknown"
        : registration.getMappings().stream()
            .sorted()
            .map(path -> context.getContextPath() + path)
            .collect(Collectors.joining(", "));
  }

  private static String events(HookEndpoint served) {
    return served.events().stream().map(HookEvent::toString).collect(Collectors.joining(", "));
  }

  /** Ends the servlet. The container calls this. Closes the endpoint if a factory created it. */
  @Override
  public final void destroy() {
    if (isOwn && endpoint != null) {
      endpoint.close();
    }
  }

  /** Serves a request. The container calls this. A response never shows a stack trace. */
  @Override
  protected final void service(HttpServletRequest request, HttpServletResponse response) {
    Objects.requireNonNull(endpoint, "endpoint: the servlet was not initialised")
        .serve(new ServletExchange(request, response));
  }
}
