package io.github.rossumext.containers;

import org.eclipse.jetty.http2.server.HTTP2CServerConnectionFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Jetty with its defaults and HTTP/2, for servlets of any version. */
public final class JettyContainer implements Container {
  private final Server server;
  private final ServerConnector connector;

  private JettyContainer(Server server, ServerConnector connector) {
    this.server = server;
    this.connector = connector;
  }

  /** Starts Jetty with this context, which holds the servlet. */
  public static Container start(Handler context) throws Exception {
    Server server = new Server(new QueuedThreadPool(THREADS, THREADS));
    HttpConfiguration http = new HttpConfiguration();
    ServerConnector connector =
        new ServerConnector(
            server, 1, 1, new HttpConnectionFactory(http), new HTTP2CServerConnectionFactory(http));
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(context);
    return start(server);
  }

  /** Starts this Jetty, which has one connector. */
  public static Container start(Server server) throws Exception {
    server.start();
    return new JettyContainer(server, (ServerConnector) server.getConnectors()[0]);
  }

  @Override
  public int port() {
    return connector.getLocalPort();
  }

  @Override
  public void stop() throws Exception {
    server.stop();
  }
}
