package io.github.rossumext.containers;

class UndertowTest extends ContainerTest {
  @Override
  protected Container start() throws Exception {
    return EmbeddedUndertow.start();
  }
}
