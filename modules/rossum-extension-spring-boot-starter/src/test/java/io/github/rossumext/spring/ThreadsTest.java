package io.github.rossumext.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.SignedRequest;
import io.github.rossumext.value.Secret;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The thread of a handler, and the observation that is current there. */
class ThreadsTest {
  private final AtomicReference<Thread> thread = new AtomicReference<>();
  private final AtomicReference<String> observation = new AtomicReference<>("");
  private final ObservationRegistry observations = ObservationRegistry.create();

  private void request(String... properties) {
    observations.observationConfig().observationHandler(context -> true);
    new ApplicationContextRunner()
        .withConfiguration(
            AutoConfigurations.of(
                RossumAutoConfiguration.class, RossumMetricsAutoConfiguration.class))
        .withBean(ObservationRegistry.class, () -> observations)
        .withBean(
            ContentRule.class,
            () ->
                content -> {
                  thread.set(Thread.currentThread());
                  Observation current = observations.getCurrentObservation();
                  observation.set(current == null ? "none" : current.getContext().toString());
                })
        .withPropertyValues("rossum.warm-up=false", "rossum.secret=x")
        .withPropertyValues(properties)
        .run(
            context ->
                assertThat(
                        context
                            .getBean(HookEndpoint.class)
                            .handle(
                                SignedRequest.of(Fixtures.invoice(), Secret.of("x"))
                                    .toEndpointRequest())
                            .status())
                    .isEqualTo(200));
  }

  private boolean isVirtual() throws ReflectiveOperationException {
    return Runtime.version().feature() >= 21
        && (boolean) Thread.class.getMethod("isVirtual").invoke(thread.get());
  }

  @Test
  void handlersRunOnTheThreadOfTheRequestWithItsObservation() {
    request();

    assertThat(thread.get()).isSameAs(Thread.currentThread());
    assertThat(observation.get()).contains("rossum.requests");
    assertThat(observations.getCurrentObservation()).isNull(); // it has ended
  }

  @Test
  void ownThreadsAreThoseOfThePlatform() throws Exception {
    request("rossum.own-threads=true");

    assertThat(thread.get().getName()).startsWith("rossum-handler-");
    assertThat(isVirtual()).isFalse();
  }

  @Test
  void ownThreadsAreVirtualIfSpringsAreAndJavaHasThem() throws Exception {
    request("rossum.own-threads=true", "spring.threads.virtual.enabled=true");

    assertThat(thread.get()).isNotSameAs(Thread.currentThread());
    assertThat(isVirtual()).isEqualTo(Runtime.version().feature() >= 21);
  }
}
