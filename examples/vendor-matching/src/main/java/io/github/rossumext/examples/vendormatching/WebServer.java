package io.github.rossumext.examples.vendormatching;

import jakarta.servlet.Servlet;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.component.LifeCycle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An embedded Jetty with one servlet. You can use any other servlet container instead. */
final class WebServer {
  private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);

  /** The time that Rossum waits for a response. */
  private static final long STOP_TIMEOUT_MILLIS = 30_000;

  private WebServer() {}

  /**
   * Starts a server. When the program ends or stops it, the server finishes the running requests
   * and accepts no others.
   *
   * @param port the port to listen on; 0 takes any free port
   * @param path the path of the servlet; any other path gets 404
   * @throws IllegalStateException if the server cannot listen on the port
   */
  static Server start(int port, String path, Servlet servlet) {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);

    Server server = new Server();
    ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setPort(port);
    server.addConnector(connector);

    ServletContextHandler context = new ServletContextHandler();
    context.addServlet(new ServletHolder(servlet), path);
    server.setHandler(new GracefulHandler(context));
    server.setStopTimeout(STOP_TIMEOUT_MILLIS);
    server.setStopAtShutdown(true);
    server.addEventListener(
        new LifeCycle.Listener() {
          @Override
          public void lifeCycleStopped(LifeCycle stopped) {
            LOG.info("Stopped");
          }
        });

    try {
      server.start();
    } catch (Exception e) {
      throw new IllegalStateException(
          "Cannot listen on port " + port + ". Set PORT or METRICS_PORT to a port that is free.",
          e);
    }
    return server;
  }
}
