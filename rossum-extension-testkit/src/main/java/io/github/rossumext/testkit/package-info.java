/**
 * Tests an extension without a Rossum account. Start with {@link
 * io.github.rossumext.testkit.Fixtures}, which holds a request of every kind, or build one: {@link
 * io.github.rossumext.testkit.DocumentBuilder}, {@link io.github.rossumext.testkit.EmailBuilder}
 * and {@link io.github.rossumext.testkit.UploadBuilder}. The methods of a {@link
 * io.github.rossumext.testkit.Fixture} change what it holds, and {@link
 * io.github.rossumext.testkit.SignedRequest} makes a request of it that an endpoint accepts. {@link
 * io.github.rossumext.testkit.recording.RequestRecorder} records the requests of a queue, {@link
 * io.github.rossumext.testkit.recording.Replay} repeats them. {@link
 * io.github.rossumext.testkit.simulator.RossumSimulator} plays Rossum, {@link
 * io.github.rossumext.testkit.rule.RuleScenario} tests one rule, and the packages {@code
 * assertions} and {@code junit} serve those who use AssertJ and JUnit 5.
 */
@NullMarked
package io.github.rossumext.testkit;

import org.jspecify.annotations.NullMarked;
