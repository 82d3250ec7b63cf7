package io.github.rossumext.value;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the JSON key or schema id of a component, if the component's own name does not match it: in
 * every record that the library binds, such as settings, secrets, arguments, metadata or the
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
