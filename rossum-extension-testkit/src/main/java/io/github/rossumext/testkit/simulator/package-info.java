/**
 * A simulator of Rossum, which sends requests to an extension, applies the responses, and shows the
 * document. Start with {@link io.github.rossumext.testkit.simulator.RossumSimulator}.
 */
@NullMarked
package io.github.rossumext.testkit.simulator;

import org.jspecify.annotations.NullMarked;
