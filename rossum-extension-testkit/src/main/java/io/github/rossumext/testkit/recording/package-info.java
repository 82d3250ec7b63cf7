/**
 * A recorder of the requests of a queue, and a test that repeats them. Start with {@link
 * io.github.rossumext.testkit.recording.RequestRecorder}, then {@link
 * io.github.rossumext.testkit.recording.Replay}.
 */
@NullMarked
package io.github.rossumext.testkit.recording;

import org.jspecify.annotations.NullMarked;
