package io.github.rossumext.spring;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.HookEvent;
import java.util.Map;
import org.springframework.boot.actuate.info.InfoContributor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;

/** Tells the handled events to the info of the Actuator. */
@AutoConfiguration(after = RossumAutoConfiguration.class)
@ConditionalOnClass(InfoContributor.class)
class RossumInfoAutoConfiguration {
  @Bean
  InfoContributor rossumInfoContributor(HookEndpoint endpoint, RossumProperties properties) {
    return info ->
        info.withDetail(
            "rossum",
            Map.of(
                "path",
                properties.path(),
                "events",
                endpoint.events().stream().map(HookEvent::toString).toList()));
  }
}
