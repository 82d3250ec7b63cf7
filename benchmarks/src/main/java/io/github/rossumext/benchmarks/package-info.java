/**
 * Benchmarks of time and garbage from signed bytes to the response, compared with the least of any
 * implementation on the same parser.
 */
@NullMarked
package io.github.rossumext.benchmarks;

import org.jspecify.annotations.NullMarked;
