package io.github.rossumext.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.spring.test.RossumExtensionTest;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestContextManager;

/** A test of the slice fails if a request failed, and nothing looked at it. */
class SliceListenerTest {
  @Configuration(proxyBeanMethods = false)
  static class Failing {
    @Bean
    ContentRule failing() {
      return content -> {
        throw new IllegalStateException("invented");
      };
    }
  }

  /** Not run by itself: its name does not end with Test. */
  @RossumExtensionTest
  @ContextConfiguration(classes = Failing.class)
  static class Sloppy {
    @Autowired RossumSimulator rossum;

    void test() {
      rossum.open(Fixtures.invoice()).edit("order_id", "12");
    }
  }

  private static Throwable run() throws Exception {
    TestContextManager manager = new TestContextManager(Sloppy.class);
    Sloppy test = new Sloppy();
    manager.beforeTestClass();
    manager.prepareTestInstance(test);
    manager.beforeTestMethod(test, Sloppy.class.getDeclaredMethod("test"));
    test.test();
    Throwable failure =
        catchThrowable(
            () -> manager.afterTestMethod(test, Sloppy.class.getDeclaredMethod("test"), null));
    manager.afterTestClass();
    return failure;
  }

  @Test
  void aFailureThatNobodyLooksAtFailsTheTest() throws Exception {
    assertThat(run())
        .hasMessageContaining("Something went wrong, and the test did not look at it")
        .hasMessageContaining("500");
  }
}
