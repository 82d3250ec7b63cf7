package io.github.rossumext.testkit.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What gets the requests of a {@link RossumTest}: one field of the test class, or one method, which
 * is asked for every test anew. It is of one of these types:
 *
 * <ul>
 *   <li>{@code ContentRule} or {@code ContentRules}: put into an endpoint that refuses lossy writes
 *   <li>{@code HookEndpoint}, which must know {@link #secret()}; one that a method gave is closed
 *       after the test
 *   <li>{@code SimulatedHook}, an endpoint or a URL with its secret, events and settings
 *   <li>{@code RossumSimulator}, for chains of extensions and other queues: then from a method,
 *       without a document
 * </ul>
 *
 * <p>A method may take a {@code Secret}, which is then the one to build its endpoint with.
 */
@Target({ElementType.FIELD, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface HookUnderTest {
  /** The secret that tests sign with unless another one is set. */
  String DEFAULT_SECRET = "made up for tests";

  /** The secret that signs the requests to a {@code HookEndpoint}. */
  String secret() default DEFAULT_SECRET;
}
