package io.github.rossumext.servlet;

import io.github.rossumext.HookEndpoint;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.net.URI;
import java.util.EnumSet;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;

/** A Jetty on a free port that serves an endpoint at {@code /rossum}. */
final class HookServer implements AutoCloseable {
  private final Server server;
  private final ServerConnector connector;
  private final GracefulHandler requests;

  private HookServer(ServletHolder servlet, Filter... filters) throws Exception {
    server = new Server();
    connector = new ServerConnector(server, 1, 1);
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler();
    servlet.setInitOrder(1); // at the start, so that what is wrong with it shows
    context.addServlet(servlet, "/rossum");
    for (Filter filter : filters) {
      context.addFilter(new FilterHolder(filter), "/*", EnumSet.of(DispatcherType.REQUEST));
    }
    requests = new GracefulHandler(context);
    server.setHandler(requests);
    try {
      server.start();
    } catch (Exception e) {
      server.stop();
      throw e;
    }
  }

  static HookServer start(HookEndpoint endpoint, Filter... filters) throws Exception {
    return new HookServer(new ServletHolder(new RossumHookServlet(endpoint)), filters);
  }

  static HookServer start(ServletHolder servlet) throws Exception {
    return new HookServer(servlet);
  }

  int port() {
    return connector.getLocalPort();
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + port() + "/rossum");
  }

  /**
   * Stops as soon as all requests have got their response, so that nothing is logged afterwards.
   */
  @Override
  public void close() {
    try {
      requests.shutdown().get(20, TimeUnit.SECONDS);
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("Jetty does not stop.", e);
    }
  }
}
