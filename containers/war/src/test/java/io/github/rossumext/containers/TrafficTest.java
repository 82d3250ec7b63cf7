package io.github.rossumext.containers;

class TrafficTest extends TrafficSuite {
  @Override
  protected Container start() throws Exception {
    return DeployedWar.start();
  }
}
