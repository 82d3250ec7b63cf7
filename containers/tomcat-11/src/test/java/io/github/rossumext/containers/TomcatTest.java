package io.github.rossumext.containers;

class TomcatTest extends ContainerTest {
  @Override
  protected Container start() throws Exception {
    return EmbeddedTomcat.start();
  }
}
