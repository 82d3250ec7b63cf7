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

  private JettyContainer(Server server, Handler context) throws Exception {
    this.server = server;
    HttpConfiguration http = new HttpConfiguration();
    connector =
        new ServerConnector(
            server, 1, 1, new HttpConnectionFactory(http), new HTTP2CServerConnectionFactory(http));
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(context);
    server.start();
  }

  /** Starts Jetty with this context, which holds the servlet. */
  public static Container start(Handler context) throws Exception {
    return start(new Server(new QueuedThreadPool(THREADS, THREADS)), context);
  }

  /** Starts this Jetty, which has no connector, with this context. */
  public static Container start(Server server, Handler context) throws Exception {
    return new JettyContainer(server, context);
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
