package io.github.rossumext.spring;

import static io.github.rossumext.payload.AnnotationStatus.EXPORTED;
import static io.github.rossumext.payload.HookAction.EXPORT;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;

import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.spring.test.RossumExtensionTest;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.api.RossumApiStub;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.testkit.simulator.VirtualClock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/** The tests of a slice share an endpoint, but not its deliveries; a clock is that of all. */
@RossumExtensionTest
@ContextConfiguration(classes = SliceDeliveriesTest.Booking.class)
@TestPropertySource(properties = "rossum.once=annotation_content.export")
class SliceDeliveriesTest {
  private static final List<Instant> BOOKINGS = new ArrayList<>();

  @Autowired RossumSimulator rossum;
  @Autowired RossumApiStub api;
  @Autowired VirtualClock clock;

  @Configuration(proxyBeanMethods = false)
  static class Booking {
    @Bean
    VirtualClock clock() {
      return VirtualClock.create();
    }

    @Bean
    @OnlyAt("export")
    ContentRule booking(VirtualClock clock) {
      return content -> BOOKINGS.add(clock.instant());
    }
  }

  @RepeatedTest(2)
  void eachTestMayExportTheSameDocument() {
    BOOKINGS.clear();

    rossum.open(Fixtures.invoice().with(EXPORT)).export();

    assertThat(rossum).hasStatus(EXPORTED);
    assertThat(BOOKINGS).containsExactly(clock.instant());
    assertThat(rossum.clock()).isSameAs(clock);
    assertThat(api.clock()).isSameAs(clock);
  }
}
