package io.github.rossumext.testkit.jqwik;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import net.jqwik.api.lifecycle.AddLifecycleHook;

/**
 * The actions that the conversations of a property must reach. If no conversation sends a request
 * with one of them, the property fails: a law that was never tried holds for nothing. The failure
 * shows how far the conversations got, and why confirming was refused.
 *
 * <p>Laws and {@link Conversation#in} count. Without this annotation, jqwik's statistics report how
 * far they got.
 *
 * {@snippet class="io.github.rossumext.snippets.PropertySnippetsTest" region="must-reach"}
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@AddLifecycleHook(MustReachHook.class)
@SuppressWarnings("exports") // users of this class have jqwik on the path
public @interface MustReach {
  /**
   * Returns actions of {@code annotation_content}, such as {@code export}, or {@code click} for a
   * click on a button.
   */
  String[] value();
}
