package io.github.rossumext.containers;

class SpringBootServerTest extends ContainerTest {
  @Override
  protected Container start() throws Exception {
    return SpringBoot.start();
  }
}
