/** Tests of one rule. Start with {@link io.github.rossumext.testkit.rule.RuleScenario}. */
@NullMarked
package io.github.rossumext.testkit.rule;

import org.jspecify.annotations.NullMarked;
