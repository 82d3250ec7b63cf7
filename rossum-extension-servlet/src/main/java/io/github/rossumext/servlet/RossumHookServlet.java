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
 * <p>Map it to the path that the hook's {@code config.url} names, and exclude that path from
 * filters that read bodies. Load it on startup. Otherwise most containers start it, and it logs its
 * line, only at the first request. {@link HookEndpoint#serve} says which responses it gives. The
 * container must close a connection that sends nothing.
 *
 * <p>A container that creates its servlets itself, by {@code web.xml}, uses the constructor without
 * parameters. Then the init parameter {@value #ENDPOINT_FACTORY} names your {@code
 * Supplier<HookEndpoint>}, a public class with a public constructor without parameters. The servlet
 * closes the endpoint of that factory when it is destroyed. An endpoint that you gave to it stays
 * open. Thread-safe.
 */
public class RossumHookServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(RossumHookServlet.class);

  /** The init parameter that names the factory: {@value}. */
  public static final String ENDPOINT_FACTORY = "rossum.endpoint.factory";

  // Lost in serialisation, which servlets inherit and no container uses.
  private transient @Nullable HookEndpoint endpoint;
  private transient boolean isOwn;

  /** Creates a servlet for this endpoint, which you close yourself. */
  public RossumHookServlet(HookEndpoint endpoint) {
    this.endpoint = endpoint;
  }

  /** Creates a servlet for the endpoint of the factory that {@value #ENDPOINT_FACTORY} names. */
  public RossumHookServlet() {}

  /**
   * Creates the endpoint, unless you gave one, and logs which events it handles at which path. If
   * it cannot be created, the message says what to do.
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

  /** Closes the endpoint, unless you gave it to the constructor. */
  @Override
  public final void destroy() {
    if (isOwn && endpoint != null) {
      endpoint.close();
    }
  }

  /** Serves a request. Whatever happens, the client gets no stack trace. */
  @Override
  protected final void service(HttpServletRequest request, HttpServletResponse response) {
    Objects.requireNonNull(endpoint, "endpoint: the servlet was not initialised")
        .serve(new ServletExchange(request, response));
  }
}
