/**
 * AssertJ assertions on what the simulator shows and on responses, whose failures tell the story.
 * They need {@code assertj-core} on the path. Start with the static import of {@link
 * io.github.rossumext.testkit.assertions.RossumAssertions#assertThat}, which brings AssertJ's own
 * along.
 */
@NullMarked
package io.github.rossumext.testkit.assertions;

import org.jspecify.annotations.NullMarked;
