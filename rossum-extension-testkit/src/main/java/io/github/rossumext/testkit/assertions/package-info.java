/**
 * AssertJ assertions on the simulator and on responses. They need {@code assertj-core} on the path.
 * Start with a static import of {@link
 * io.github.rossumext.testkit.assertions.RossumAssertions#assertThat}, which includes the
 * assertions of AssertJ.
 */
@NullMarked
package io.github.rossumext.testkit.assertions;

import org.jspecify.annotations.NullMarked;
