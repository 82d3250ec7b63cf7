package io.github.rossumext.testkit.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Which fixture a parameter is, or, for a {@code RossumSimulator}, which document it has open; on a
 * test or a class, of all parameters that do not say it themselves. See {@link
 * io.github.rossumext.testkit.Fixtures#of}.
 */
@Target({ElementType.PARAMETER, ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
public @interface WithFixture {
  /** The name of the fixture, such as {@code receipt}. */
  String value();
}
