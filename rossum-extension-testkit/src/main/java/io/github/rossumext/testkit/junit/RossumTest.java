package io.github.rossumext.testkit.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A class of tests of an extension. They and their {@code @BeforeEach} methods may take a {@link
 * io.github.rossumext.testkit.simulator.RossumSimulator}, whose requests go to what {@link
 * HookUnderTest} says, and a {@link io.github.rossumext.testkit.Fixture}: the invoice, unless
 * {@link WithFixture} names another or the test is a {@link FixtureTest}. The simulator is the
 * test's own, has this document open, and if the test fails, its conversation is shown below the
 * failure, without token and secrets.
 *
 * <pre>{@code
 * @RossumTest
 * class VendorRuleTest {
 *   @HookUnderTest final ContentRule rule = new VendorRule(suppliers());
 *
 *   @Test
 *   void aKnownVendorIsChosen(RossumSimulator rossum) {
 *     rossum.edit("vendor_name", "volv");
 *     assertThat(rossum.field("vendor")).hasValue("3");
 *   }
 *
 *   @FixtureTest({"invoice", "receipt"})
 *   void aDocumentIsConfirmed(RossumSimulator rossum) {
 *     assertThat(rossum.confirm()).isAccepted();
 *   }
 * }
 * }</pre>
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Inherited
@ExtendWith(RossumExtension.class)
@SuppressWarnings("exports") // who uses this has the library on the path, too
public @interface RossumTest {}
