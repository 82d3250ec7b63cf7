package io.github.rossumext.containers;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.servlet.RossumHookServlet;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

class VirtualThreadsTest extends VirtualThreadsSuite {
  @Override
  protected Container start(HookEndpoint endpoint) throws Exception {
    ServletContextHandler context = new ServletContextHandler();
    context.addServlet(new ServletHolder(new RossumHookServlet(endpoint)), Container.PATH);
    Server server = jetty(0);
    server.setHandler(context);
    return JettyContainer.start(server);
  }

  // docs: virtual-threads-jetty
  static Server jetty(int port) {
    QueuedThreadPool threads = new QueuedThreadPool();
    threads.setVirtualThreadsExecutor(VirtualThreads.getDefaultVirtualThreadsExecutor());
    Server server = new Server(threads);
    ServerConnector connector = new ServerConnector(server);
    connector.setPort(port);
    connector.setAcceptQueueSize(1000); // new connections that may wait; 50 by default
    server.addConnector(connector);
    return server;
  }
  // end
}
