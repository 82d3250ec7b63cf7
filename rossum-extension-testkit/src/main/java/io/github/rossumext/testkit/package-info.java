/**
 * Tests of an extension without a Rossum account. Start with {@link
 * io.github.rossumext.testkit.Fixtures}, which holds a request for each event.
 *
 * <ul>
 *   <li>{@link io.github.rossumext.testkit.Fixture} is a request; its methods return changed copies
 *   <li>{@link io.github.rossumext.testkit.DocumentBuilder}, {@link
 *       io.github.rossumext.testkit.EmailBuilder} and {@link
 *       io.github.rossumext.testkit.UploadBuilder} build your own
 *   <li>{@link io.github.rossumext.testkit.SignedRequest} signs a fixture, so that an endpoint
 *       accepts it
 *   <li>{@link io.github.rossumext.testkit.rule.RuleScenario} tests one rule
 *   <li>{@link io.github.rossumext.testkit.simulator.RossumSimulator} plays Rossum
 *   <li>{@link io.github.rossumext.testkit.recording.RequestRecorder} records the requests of a
 *       queue, and {@link io.github.rossumext.testkit.recording.Replay} repeats them
 *   <li>the packages {@code assertions}, {@code junit} and {@code jqwik} are for AssertJ, JUnit 5
 *       and jqwik
 * </ul>
 */
@NullMarked
package io.github.rossumext.testkit;

import org.jspecify.annotations.NullMarked;
