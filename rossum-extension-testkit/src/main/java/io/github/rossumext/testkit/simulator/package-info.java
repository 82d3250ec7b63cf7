/**
 * Plays Rossum's part against an extension: it calls, applies the responses and tells what became
 * of the document. Start with {@link io.github.rossumext.testkit.simulator.RossumSimulator}.
 */
@NullMarked
package io.github.rossumext.testkit.simulator;

import org.jspecify.annotations.NullMarked;
