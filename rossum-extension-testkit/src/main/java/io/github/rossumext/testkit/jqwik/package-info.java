/**
 * Laws for every document and every conversation, with jqwik, which has to be on the path of
 * whoever uses this package. Start with {@link io.github.rossumext.testkit.jqwik.RuleLaws}.
 */
@NullMarked
package io.github.rossumext.testkit.jqwik;

import org.jspecify.annotations.NullMarked;
