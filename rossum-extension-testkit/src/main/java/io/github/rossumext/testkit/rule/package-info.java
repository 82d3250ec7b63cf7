/**
 * Tests one rule in three lines, without endpoint and HTTP. Start with {@link
 * io.github.rossumext.testkit.rule.RuleTest}.
 */
@NullMarked
package io.github.rossumext.testkit.rule;

import org.jspecify.annotations.NullMarked;
