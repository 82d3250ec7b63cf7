/** What a fuzzer calls: see CONTRIBUTING.md. */
@NullMarked
package io.github.rossumext.fuzz;

import org.jspecify.annotations.NullMarked;
