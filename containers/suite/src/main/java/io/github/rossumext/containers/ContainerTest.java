package io.github.rossumext.containers;

import org.junit.jupiter.api.Nested;

/** All suites for one container. */
public abstract class ContainerTest {
  /** Starts the container, which happens once for each suite. */
  protected abstract Container start() throws Exception;

  @Nested
  final class Traffic extends TrafficSuite {
    @Override
    protected Container start() throws Exception {
      return ContainerTest.this.start();
    }
  }

  @Nested
  final class Http2 extends Http2Suite {
    @Override
    protected Container start() throws Exception {
      return ContainerTest.this.start();
    }
  }

  @Nested
  final class Hostile extends HostileSuite {
    @Override
    protected Container start() throws Exception {
      return ContainerTest.this.start();
    }
  }
}
