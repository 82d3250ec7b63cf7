package io.github.rossumext;

import io.github.rossumext.response.HookResponse;
import java.time.Duration;
import java.util.Optional;

/**
 * How a call ended, as a {@link HookListener} sees it. Immutable and thread-safe.
 *
 * @param status the HTTP status
 * @param sizeInBytes the size of the answer's body
 * @param duration the time since the request reached the endpoint
 * @param response the answer of the handler; empty if it failed or the event has none
 */
public record HookAnswer(
    int status, int sizeInBytes, Duration duration, Optional<HookResponse> response) {}
