package io.github.rossumext.value;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The JSON key or schema id of a component, if the component's own name does not match it. It works
 * in every record that the library binds, such as settings, secrets, arguments, metadata and the
 * document.
 *
 * {@snippet class="io.github.rossumext.snippets.RuleSnippetsTest" region="key"}
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Key {
  /** Returns the key. */
  String value();
}
