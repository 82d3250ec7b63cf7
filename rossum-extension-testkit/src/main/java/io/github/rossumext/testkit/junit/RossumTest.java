package io.github.rossumext.testkit.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A class of tests of an extension. Tests and {@code @BeforeEach} methods may have parameters of
 * these types:
 *
 * <ul>
 *   <li>{@link io.github.rossumext.testkit.simulator.RossumSimulator}, whose requests go to the
 *       {@link HookUnderTest}
 *   <li>{@link io.github.rossumext.testkit.api.RossumApiStub}: Rossum's REST API, which has joined
 *       the simulator
 *   <li>{@link io.github.rossumext.testkit.Fixture}: the invoice, unless {@link WithFixture} names
 *       another or the test is a {@link FixtureTest}
 * </ul>
 *
 * <p>Each test gets its own simulator with this document open. If the test fails, all requests and
 * responses are printed below the failure, with the problems, and without tokens and secrets. A
 * test also fails if something went wrong that it did not look at: a request failed, a step was
 * refused, there is a problem, or a fault of the API stub met no request. {@link RossumExtension}
 * says what looking means.
 *
 * {@snippet class="io.github.rossumext.snippets.PropertySnippetsTest" region="rossum-test"}
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ExtendWith(RossumExtension.class)
@SuppressWarnings("exports") // users of this class have JUnit on the path
public @interface RossumTest {}
