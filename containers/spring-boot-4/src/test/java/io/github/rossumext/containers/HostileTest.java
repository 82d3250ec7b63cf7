package io.github.rossumext.containers;

class HostileTest extends HostileSuite {
  @Override
  protected Container start() {
    return SpringBoot.start();
  }
}
