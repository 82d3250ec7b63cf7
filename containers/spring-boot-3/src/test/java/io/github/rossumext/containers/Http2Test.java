package io.github.rossumext.containers;

class Http2Test extends Http2Suite {
  @Override
  protected Container start() {
    return SpringBoot.start();
  }
}
