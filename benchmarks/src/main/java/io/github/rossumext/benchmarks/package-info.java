/**
 * Speed and garbage of the whole way from signed bytes to the answer, beside what no implementation
 * on the same parser can go below.
 */
@NullMarked
package io.github.rossumext.benchmarks;

import org.jspecify.annotations.NullMarked;
