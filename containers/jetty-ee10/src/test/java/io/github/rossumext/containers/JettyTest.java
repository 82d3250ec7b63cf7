package io.github.rossumext.containers;

import io.github.rossumext.servlet.RossumHookServlet;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;

class JettyTest extends ContainerTest {
  @Override
  protected Container start() throws Exception {
    ServletContextHandler context = new ServletContextHandler();
    context.addServlet(
        new ServletHolder(new RossumHookServlet(Extension.endpoint())), Container.PATH);
    return JettyContainer.start(context);
  }
}
