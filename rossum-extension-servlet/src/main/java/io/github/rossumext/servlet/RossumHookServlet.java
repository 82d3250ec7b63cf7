package io.github.rossumext.servlet;

import io.github.rossumext.HookEndpoint;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A servlet that serves a {@link HookEndpoint}. In Jetty:
 *
 * {@snippet class="io.github.rossumext.snippets.EndpointSnippetsTest" region="servlet"}
 *
 * <p>Map it to the path that the hook's {@code config.url} names, and exclude that path from
 * filters that read bodies. {@link HookEndpoint#serve} says which responses it gives. How long a
 * client may take is up to the container.
 *
 * <p>A container that creates its servlets itself, by {@code web.xml}, uses the constructor without
 * parameters. Then the init parameter {@value #ENDPOINT_FACTORY} names your {@code
 * Supplier<HookEndpoint>}, a public class with a public constructor without parameters. The servlet
 * closes the endpoint of that factory when it is destroyed. An endpoint that you gave to it stays
 * open. Thread-safe.
 */
public class RossumHookServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

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

  /** Creates the endpoint, unless you gave one. If that fails, the message says what to do. */
  @Override
  public final void init() throws ServletException {
    if (endpoint == null) {
      endpoint = EndpointFactory.make(getInitParameter(ENDPOINT_FACTORY));
      isOwn = true;
    }
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
