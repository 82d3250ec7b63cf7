/**
 * Laws for every document and every conversation. They need {@code jqwik} on the path. Start with
 * {@link io.github.rossumext.testkit.jqwik.RuleLaws}.
 */
@NullMarked
package io.github.rossumext.testkit.jqwik;

import org.jspecify.annotations.NullMarked;
