package io.github.rossumext.spring;

import io.github.rossumext.FailurePolicy;
import io.github.rossumext.HookEvent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What exceptions of handlers mean. Every event without a policy of its own has tell-user.
 *
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
record EventPolicies(
    @Nullable FailurePolicy annotationContent,
    @Nullable FailurePolicy initialize,
    @Nullable FailurePolicy started,
    @Nullable FailurePolicy userUpdate,
    @Nullable FailurePolicy updated,
    @Nullable FailurePolicy confirm,
    @Nullable FailurePolicy export,
    @Nullable FailurePolicy annotationStatus,
    @Nullable FailurePolicy emailReceived,
    @Nullable FailurePolicy uploadCreated,
    @Nullable FailurePolicy invocationScheduled,
    @Nullable FailurePolicy invocationManual,
    @Nullable FailurePolicy unknown) {
  /** Returns those that are set for an event. */
  Map<HookEvent<?, ?>, FailurePolicy> byEvent() {
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
