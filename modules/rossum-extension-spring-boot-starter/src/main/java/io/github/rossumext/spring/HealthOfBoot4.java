package io.github.rossumext.spring;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.delivery.DeliveryStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;

/** Tells the health of the endpoint to the Actuator of Spring Boot 4.0. */
@AutoConfiguration(after = RossumAutoConfiguration.class)
@ConditionalOnClass(name = "org.springframework.boot.health.contributor.HealthIndicator")
@Conditional(OnHealthIndicator.class)
class HealthOfBoot4 {
  @Bean
  @ConditionalOnMissingBean(name = "rossumHealthIndicator")
  HealthIndicator rossumHealthIndicator(
      HookEndpoint endpoint, ObjectProvider<DeliveryStore> stores) {
    return () -> {
      EndpointHealth health = EndpointHealth.of(endpoint, stores.getIfUnique());
      Health.Builder builder = new Health.Builder();
      health.tell(builder::down, builder::up, builder::outOfService);
      return builder.withDetails(health.details()).build();
    };
  }
}
