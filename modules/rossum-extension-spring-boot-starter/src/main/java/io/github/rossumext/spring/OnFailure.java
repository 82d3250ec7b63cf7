package io.github.rossumext.spring;

import io.github.rossumext.FailurePolicy;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a failure of a rule means. Annotate the class of the {@code ContentRule}, or its
 * {@code @Bean} method. Without it, the policy of the event decides: see {@code rossum.on-failure}.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface OnFailure {
  /** Returns the policy. */
  FailurePolicy value();
}
