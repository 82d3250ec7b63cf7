package io.github.rossumext.spring;

import io.github.rossumext.HookEndpoint;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** Makes the endpoint, for a web application and for a test without a server. */
@AutoConfiguration(after = RossumStoreAutoConfiguration.class)
@EnableConfigurationProperties(RossumProperties.class)
class RossumAutoConfiguration {
  @Bean(destroyMethod = "close")
  @ConditionalOnMissingBean
  HookEndpoint rossumEndpoint(
      RossumProperties properties, ConfigurableListableBeanFactory beans, Environment environment) {
    return new EndpointFactory(properties, beans, environment).endpoint();
  }

  @Bean
  EndpointShutdown rossumShutdown(HookEndpoint endpoint) {
    return new EndpointShutdown(endpoint);
  }

  @Bean
  ServedPath rossumServedPath(
      HookEndpoint endpoint, RossumProperties properties, Environment environment) {
    return new ServedPath(endpoint, properties, environment);
  }
}
