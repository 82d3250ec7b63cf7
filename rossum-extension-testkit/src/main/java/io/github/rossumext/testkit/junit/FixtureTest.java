package io.github.rossumext.testkit.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that runs once for each of some fixtures and is named by it. Its parameters of type {@code
 * Fixture} are the one of the run, and a {@code RossumSimulator} has it open if it is about
 * content. Without names, folder and method, it runs for all events and actions: {@link
 * io.github.rossumext.testkit.Fixtures#all()}.
 */
@Target({ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
@Documented
@TestTemplate
@ExtendWith(RossumExtension.class)
@SuppressWarnings("exports") // who uses this has the library on the path, too
public @interface FixtureTest {
  /** Fixtures by their names, such as {@code receipt}. */
  String[] value() default {};

  /** A folder of requests, such as recorded ones; relative to where the tests run. */
  String folder() default "";

  /**
   * A static method of the test class without parameters that gives a {@code Collection} or {@code
   * Stream} of fixtures.
   */
  String method() default "";
}
