package io.github.rossumext.spring.test;

import io.github.rossumext.testkit.junit.HookUnderTest;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/**
 * A test of the rules and handlers of an application, without a web server and a database. It makes
 * the {@code @Component}s that are rules, event handlers, customizers and listeners, and no others:
 * give the test what these need by {@code @MockitoBean} or {@code @Import}. These are beans, too:
 *
 * <ul>
 *   <li>{@code HookEndpoint}, which refuses lossy writes
 *   <li>{@code RossumSimulator}, whose requests go to it: a new one for each test
 *   <li>{@code RossumApiStub}, Rossum's REST API, which has joined the simulator of the test
 * </ul>
 *
 * <p>If the test makes a {@code VirtualClock} a bean, it is the clock of all three. The endpoint
 * remembers the deliveries of one test only.
 *
 * {@snippet class="io.github.rossumext.spring.guide.GuideSliceTest" region="slice"}
 *
 * <p>A test also fails if a request failed, a step was refused or there is a problem, and the test
 * did not look at it. To change properties, use {@code @TestPropertySource}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@SpringBootTest(
    webEnvironment = WebEnvironment.NONE,
    properties = {
      "spring.boot.enableautoconfiguration=false",
      "spring.main.banner-mode=off",
      "rossum.secret=" + HookUnderTest.DEFAULT_SECRET,
      "rossum.secret-file=",
      "rossum.lossy-writes=refuse",
      "rossum.store.type=memory",
      "rossum.warm-up=false"
    })
@ImportAutoConfiguration
@SuppressWarnings("exports") // users of this class have Spring's tests on the path
public @interface RossumExtensionTest {}
