package io.github.rossumext.containers;

import io.github.rossumext.servlet.RossumHookServlet;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.util.ImmediateInstanceFactory;
import jakarta.servlet.ServletException;
import java.net.InetSocketAddress;

/** Undertow with its defaults and HTTP/2. */
final class EmbeddedUndertow implements Container {
  private final DeploymentManager deployment;
  private final Undertow undertow;

  private EmbeddedUndertow() throws ServletException {
    RossumHookServlet servlet = new RossumHookServlet(Extension.endpoint());
    deployment =
        Servlets.defaultContainer()
            .addDeployment(
                Servlets.deployment()
                    .setClassLoader(EmbeddedUndertow.class.getClassLoader())
                    .setContextPath("/")
                    .setDeploymentName("rossum")
                    .addServlet(
                        Servlets.servlet(
                                "rossum",
                                RossumHookServlet.class,
                                new ImmediateInstanceFactory<>(servlet))
                            .addMapping(PATH)));
    deployment.deploy();
    undertow =
        Undertow.builder()
            .setIoThreads(1)
            .setWorkerThreads(THREADS)
            .setServerOption(UndertowOptions.ENABLE_HTTP2, true)
            .addHttpListener(0, "127.0.0.1", deployment.start())
            .build();
    undertow.start();
  }

  static Container start() throws ServletException {
    return new EmbeddedUndertow();
  }

  @Override
  public int port() {
    return ((InetSocketAddress) undertow.getListenerInfo().get(0).getAddress()).getPort();
  }

  @Override
  public void stop() throws ServletException {
    undertow.stop();
    deployment.stop();
    deployment.undeploy();
  }
}
