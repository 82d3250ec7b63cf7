package io.github.rossumext.spring;

import io.github.rossumext.HookEvent;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How long requests may take. The names are fixed: Spring Boot drops keys of a map with dots and
 * underscores silently.
 *
 * @param general Of every event without a time of its own; 29s unless set.
 * @param annotationContent Of annotation_content, all actions.
 * @param initialize Of annotation_content.initialize.
 * @param started Of annotation_content.started.
 * @param userUpdate Of annotation_content.user_update.
 * @param updated Of annotation_content.updated.
 * @param confirm Of annotation_content.confirm.
 * @param export Of annotation_content.export.
 * @param annotationStatus Of annotation_status.changed.
 * @param emailReceived Of email.received.
 * @param uploadCreated Of upload.created.
 * @param invocationScheduled Of invocation.scheduled.
 * @param invocationManual Of invocation.manual.
 * @param unknown Of events that this version of the library does not know.
 */
record EventTimeouts(
    @Nullable Duration general,
    @Nullable Duration annotationContent,
    @Nullable Duration initialize,
    @Nullable Duration started,
    @Nullable Duration userUpdate,
    @Nullable Duration updated,
    @Nullable Duration confirm,
    @Nullable Duration export,
    @Nullable Duration annotationStatus,
    @Nullable Duration emailReceived,
    @Nullable Duration uploadCreated,
    @Nullable Duration invocationScheduled,
    @Nullable Duration invocationManual,
    @Nullable Duration unknown) {
  /** Returns those that are set for an event. */
  Map<HookEvent<?, ?>, Duration> byEvent() {
    return Events.thoseSet(
        annotationContent,
        initialize,
        started,
        userUpdate,
        updated,
        confirm,
        export,
        annotationStatus,
        emailReceived,
        uploadCreated,
        invocationScheduled,
        invocationManual,
        unknown);
  }
}
