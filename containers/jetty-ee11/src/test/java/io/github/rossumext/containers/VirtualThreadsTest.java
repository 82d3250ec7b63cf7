package io.github.rossumext.containers;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.servlet.RossumHookServlet;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

class VirtualThreadsTest extends VirtualThreadsSuite {
  @Override
  protected Container start(HookEndpoint endpoint) throws Exception {
    ServletContextHandler context = new ServletContextHandler();
    context.addServlet(new ServletHolder(new RossumHookServlet(endpoint)), Container.PATH);
    return JettyContainer.start(jetty(), context);
  }

  // docs: virtual-threads-jetty
  static Server jetty() {
    QueuedThreadPool threads = new QueuedThreadPool();
    threads.setVirtualThreadsExecutor(VirtualThreads.getDefaultVirtualThreadsExecutor());
    return new Server(threads); // then add a connector, as always
  }
  // end
}
