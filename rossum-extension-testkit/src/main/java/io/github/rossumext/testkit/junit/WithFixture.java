package io.github.rossumext.testkit.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A choice of a fixture: for a parameter of type {@code Fixture}, or as the open document of a
 * {@code RossumSimulator}. On a test or a class, it counts for each parameter without an annotation
 * of its own. For the names, see {@link io.github.rossumext.testkit.Fixtures#of}.
 */
@Target({ElementType.PARAMETER, ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
public @interface WithFixture {
  /** Returns the name of the fixture, such as {@code receipt}. */
  String value();
}
