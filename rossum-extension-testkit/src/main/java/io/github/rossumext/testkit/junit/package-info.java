/**
 * The JUnit 5 extension: a simulator and fixtures as parameters of tests. If a test fails, all
 * requests and responses are printed. It needs {@code junit-jupiter-api} on the path. Start with
 * {@link io.github.rossumext.testkit.junit.RossumTest}.
 */
@NullMarked
package io.github.rossumext.testkit.junit;

import org.jspecify.annotations.NullMarked;
