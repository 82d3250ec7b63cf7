/**
 * Targets of coverage-guided fuzzing. Each takes any bytes and must end quietly. The build tries
 * the seeds; the profile {@code fuzz} lets the fuzzer look for worse (see CONTRIBUTING.md).
 */
@NullMarked
package io.github.rossumext.fuzz;

import org.jspecify.annotations.NullMarked;
