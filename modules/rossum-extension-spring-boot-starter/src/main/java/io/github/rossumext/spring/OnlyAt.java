package io.github.rossumext.spring;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Limits a rule to actions of {@code annotation_content}, such as {@code @OnlyAt("export")}. The
 * rules of an action replace those without this annotation: at the export, only the rules run that
 * name it. Annotate the class of the {@code ContentRule}, or its {@code @Bean} method.
 *
 * {@snippet class="io.github.rossumext.spring.guide.GuideHandlers" region="only-at"}
 *
 * <p>An unknown action stops the start.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface OnlyAt {
  /**
   * Returns the actions: {@code initialize}, {@code started}, {@code user_update}, {@code updated},
   * {@code confirm}, {@code export}.
   */
  String[] value();
}
