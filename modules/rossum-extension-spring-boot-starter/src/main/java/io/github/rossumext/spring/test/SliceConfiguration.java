package io.github.rossumext.spring.test;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.spring.HookEndpointCustomizer;
import io.github.rossumext.testkit.api.RossumApiStub;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.testkit.simulator.VirtualClock;
import io.github.rossumext.value.Secret;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;
import org.springframework.context.annotation.Scope;
import org.springframework.core.env.Environment;

/** The beans of the testkit. */
@Configuration(proxyBeanMethods = false)
class SliceConfiguration {
  @Bean
  @Scope(TestScope.NAME)
  RossumSimulator rossumSimulator(
      HookEndpoint endpoint, Environment properties, ObjectProvider<VirtualClock> clock) {
    RossumSimulator rossum =
        RossumSimulator.of(endpoint, Secret.of(properties.getRequiredProperty("rossum.secret")));
    clock.ifAvailable(rossum::clock);
    return rossum;
  }

  @Bean(destroyMethod = "close")
  @Scope(TestScope.NAME)
  RossumApiStub rossumApiStub(RossumSimulator rossum) {
    return RossumApiStub.create().join(rossum);
  }

  @Bean
  @Fallback
  TestDeliveries rossumTestDeliveries(ObjectProvider<VirtualClock> clock) {
    VirtualClock known = clock.getIfAvailable();
    return new TestDeliveries(known == null ? Clock.systemUTC() : known);
  }

  @Bean
  HookEndpointCustomizer rossumTestClock(ObjectProvider<VirtualClock> clock) {
    return endpoint -> clock.ifAvailable(endpoint::clock);
  }

  @Bean
  SmartInitializingSingleton rossumEndpointFile(ObjectProvider<HookEndpoint> endpoint) {
    return () -> endpoint.ifUnique(known -> EndpointFile.write(known, Path.of("target")));
  }
}
