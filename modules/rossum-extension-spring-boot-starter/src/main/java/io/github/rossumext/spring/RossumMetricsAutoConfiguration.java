package io.github.rossumext.spring;

import io.github.rossumext.HookEndpoint;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** Counts and observes the requests. */
@AutoConfiguration(after = RossumAutoConfiguration.class)
@ConditionalOnClass({MeterRegistry.class, ObservationRegistry.class})
class RossumMetricsAutoConfiguration {
  @Bean
  RequestMetrics rossumRequestMetrics(ObjectProvider<MeterRegistry> registries) {
    return new RequestMetrics(registries);
  }

  @Bean
  RequestObservations rossumRequestObservations(ObjectProvider<ObservationRegistry> registries) {
    return new RequestObservations(registries);
  }

  @Bean
  MeterBinder rossumJobMetrics(HookEndpoint endpoint) {
    return registry ->
        Gauge.builder("rossum.jobs.running", endpoint, HookEndpoint::runningJobs)
            .description("The handlers that still run after their request got a response")
            .register(registry);
  }
}
