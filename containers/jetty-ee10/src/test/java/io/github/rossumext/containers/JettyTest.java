package io.github.rossumext.containers;

class JettyTest extends ContainerTest {
  @Override
  protected Container start() throws Exception {
    return Jetty.start();
  }
}
