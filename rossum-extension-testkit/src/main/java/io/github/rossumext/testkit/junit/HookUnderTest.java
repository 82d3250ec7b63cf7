package io.github.rossumext.testkit.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The extension that gets the requests of a {@link RossumTest}. Annotate one field of the test
 * class, or one method, which runs once for each test. The type is one of these:
 *
 * <ul>
 *   <li>{@code ContentRule} or {@code ContentRules}, which run in an endpoint that refuses lossy
 *       writes
 *   <li>{@code HookEndpoint}, which must know {@link #secret()}. If a method returns it, it is
 *       closed after the test
 *   <li>{@code SimulatedHook}: an endpoint or a URL with its secret, events and settings
 *   <li>{@code RossumSimulator}, for chains of extensions and other queues. A method must return it
 * </ul>
 *
 * <p>A method may have a parameter of type {@code Secret}. It gets {@link #secret()}, to build the
 * endpoint with.
 */
@Target({ElementType.FIELD, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface HookUnderTest {
  /** The secret that signs requests unless you set another one. */
  String DEFAULT_SECRET = "invented for tests";

  /** Returns the secret that signs the requests to a {@code HookEndpoint}. */
  String secret() default DEFAULT_SECRET;
}
