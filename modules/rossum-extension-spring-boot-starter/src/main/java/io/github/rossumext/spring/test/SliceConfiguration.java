package io.github.rossumext.spring.test;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.testkit.api.RossumApiStub;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.value.Secret;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;
import org.springframework.core.env.Environment;

/** The beans of the testkit. */
@Configuration(proxyBeanMethods = false)
class SliceConfiguration {
  @Bean
  @Scope(TestScope.NAME)
  RossumSimulator rossumSimulator(HookEndpoint endpoint, Environment properties) {
    return RossumSimulator.of(endpoint, Secret.of(properties.getRequiredProperty("rossum.secret")));
  }

  @Bean(destroyMethod = "close")
  @Scope(TestScope.NAME)
  RossumApiStub rossumApiStub(RossumSimulator rossum) {
    return RossumApiStub.create().join(rossum);
  }
}
