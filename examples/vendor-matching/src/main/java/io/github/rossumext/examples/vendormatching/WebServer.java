package io.github.rossumext.examples.vendormatching;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.WarmUp;
import io.github.rossumext.servlet.RossumHookServlet;
import jakarta.servlet.Servlet;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.EagerContentHandler;
import org.eclipse.jetty.server.handler.EagerContentHandler.RetainedContentLoaderFactory;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An embedded Jetty with one servlet. You can use any other servlet container instead.
 *
 * <p>Slow clients cannot stop it. A request gets a thread only when its body has arrived, or the
 * first 64 KiB of it. Jetty closes a connection that sends nothing for 10 seconds, and the endpoint
 * rejects a large body that arrives too slowly. There are more threads than requests that the
 * endpoint handles at a time, so that the surplus and the status page get their response at once.
 */
final class WebServer {
  private static final Logger LOG = LoggerFactory.getLogger(WebServer.class);

  /** The time that Rossum waits for a response. */
  private static final long STOP_TIMEOUT_MILLIS = 30_000;

  private static final long IDLE_TIMEOUT_MILLIS = 10_000;

  /** The bytes of a body that must have arrived before the request gets a thread. */
  private static final long BYTES_BEFORE_A_THREAD = 64 * 1024;

  /**
   * The bytes that Jetty counts for each piece in addition, as a small piece needs a buffer, too.
   */
  private static final int BYTES_OF_A_PIECE = 64;

  /**
   * For accepting connections, for the status page, and for saying that there is too much to do.
   */
  private static final int SPARE_THREADS = 64;

  private WebServer() {}

  /**
   * Starts a server. When the program ends or stops it, the server finishes the running requests
   * and accepts no others.
   *
   * @param port the port to listen on; 0 takes any free port
   * @param path the path of the servlet; {@code /} leads to it, and any other path gets 404
   * @throws IllegalStateException if the server cannot listen on the port
   */
  static Server start(int port, String path, Servlet servlet) {
    Server server = server(new InetSocketAddress(port), path, servlet);
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

  /** Warms up through a second server, which only this machine reaches. */
  static void warmUp(WarmUp warmUp) throws Exception {
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    Server second = server(anyPort, "/warm_up", new RossumHookServlet(warmUp.endpoint()));
    second.start();
    try {
      warmUp.post(second.getURI().resolve("/warm_up"));
    } finally {
      second.stop();
    }
  }

  private static Server server(InetSocketAddress address, String path, Servlet servlet) {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);

    Server server =
        new Server(
            new QueuedThreadPool(HookEndpoint.DEFAULT_MAX_CONCURRENT_REQUESTS + SPARE_THREADS));
    ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
    connector.setHost(address.getAddress().isAnyLocalAddress() ? null : address.getHostString());
    connector.setPort(address.getPort());
    connector.setIdleTimeout(IDLE_TIMEOUT_MILLIS);
    server.addConnector(connector);

    ServletContextHandler context = new ServletContextHandler();
    ServletHolder holder = new ServletHolder(servlet);
    holder.setInitOrder(1); // with the server, and not with the first request
    context.addServlet(holder, path);
    context.addServlet(new ServletHolder(new StartPage(path)), "");
    server.setHandler(new GracefulHandler(onceArrived(context)));
    return server;
  }

  private static Handler onceArrived(Handler handler) {
    return new EagerContentHandler(
        handler, new RetainedContentLoaderFactory(BYTES_BEFORE_A_THREAD, BYTES_OF_A_PIECE, false));
  }
}
