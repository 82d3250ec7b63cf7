package io.github.rossumext.spring;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Fits unless the properties switch the indicator off. Spring Boot's own condition is in another
 * package in 4.0.
 */
final class OnHealthIndicator implements Condition {
  @Override
  public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
    Environment properties = context.getEnvironment();
    boolean isOnByDefault =
        properties.getProperty("management.health.defaults.enabled", Boolean.class, true);
    return properties.getProperty("management.health.rossum.enabled", Boolean.class, isOnByDefault);
  }
}
