package io.github.rossumext.containers;

import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.servlet.RossumHookServlet;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.io.ConnectionStatistics;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** An extension with the default limits, which can stop and start again. */
final class Upstream {
  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server);
  private final ConnectionStatistics connections = new ConnectionStatistics();
  private final HookEndpoint endpoint =
      HookEndpoint.builder()
          .secret(Extension.SECRET)
          .on(ANNOTATION_CONTENT, ContentRules.of(content -> content.info(Extension.MESSAGE)))
          .build();

  Upstream() throws Exception {
    connector.setHost("127.0.0.1");
    connector.addBean(connections);
    server.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler();
    context.addServlet(new ServletHolder(new RossumHookServlet(endpoint)), Container.PATH);
    server.setHandler(context);
    server.start();
    connector.setPort(connector.getLocalPort());
  }

  HookEndpoint endpoint() {
    return endpoint;
  }

  int port() {
    return connector.getPort();
  }

  /** Returns the number of connections since the last start. */
  long connections() {
    return connections.getConnectionsTotal();
  }

  void stop() throws Exception {
    server.stop();
  }

  /** Starts the extension again on the same port. */
  void startAgain() throws Exception {
    server.start();
  }
}
