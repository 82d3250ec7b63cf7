package io.github.rossumext.testkit.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that runs once for each fixture and has the fixture's name. A parameter of type {@code
 * Fixture} is the fixture of the run. If the fixture is about content, a {@code RossumSimulator}
 * has it open. Without names, folder and method, the test runs for all events and actions: {@link
 * io.github.rossumext.testkit.Fixtures#all()}.
 */
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@TestTemplate
@ExtendWith(RossumExtension.class)
@SuppressWarnings("exports") // users of this class have JUnit on the path
public @interface FixtureTest {
  /** Returns the names of fixtures, such as {@code receipt}. */
  String[] value() default {};

  /**
   * Returns a folder of requests, such as recorded ones. It is relative to the directory in which
   * the tests run.
   */
  String folder() default "";

  /**
   * Returns the name of a static method of the test class. The method has no parameters and returns
   * a {@code Collection} or {@code Stream} of fixtures.
   */
  String method() default "";
}
