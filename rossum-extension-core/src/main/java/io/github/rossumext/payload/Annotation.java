package io.github.rossumext.payload;

import io.github.rossumext.value.JsonView;
import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.ResourceUrl;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The annotation that an event is about: the life of one document in one queue (protocol §3.2).
 * Nothing in it is guaranteed. Its tree is reached by {@link ContentPayload#content()}. Immutable
 * and thread-safe.
 */
public final class Annotation extends JsonView {
  Annotation(RawJson raw) {
    super(raw);
  }

  /** The number of the annotation. */
  public OptionalLong id() {
    return number("id");
  }

  /** Its URL. */
  public Optional<ResourceUrl> url() {
    return url("url");
  }

  /** The queue that it is in. */
  public Optional<ResourceUrl> queue() {
    return url("queue");
  }

  /** The document that it was made of. */
  public Optional<ResourceUrl> document() {
    return url("document");
  }

  /** The schema of its content. */
  public Optional<ResourceUrl> schema() {
    return url("schema");
  }

  /** The organisation that it belongs to. */
  public Optional<ResourceUrl> organization() {
    return url("organization");
  }

  /** Its pages. */
  public List<ResourceUrl> pages() {
    return urls("pages");
  }

  /** Relations to other annotations. */
  public List<ResourceUrl> relations() {
    return urls("relations");
  }

  /** E-mails about it. */
  public List<ResourceUrl> relatedEmails() {
    return urls("related_emails");
  }

  /** The users that it is assigned to. */
  public List<ResourceUrl> assignees() {
    return urls("assignees");
  }

  /** Its labels. */
  public List<ResourceUrl> labels() {
    return urls("labels");
  }

  /** The user who created it. */
  public Optional<ResourceUrl> creator() {
    return url("creator");
  }

  /** The user who has it open. */
  public Optional<ResourceUrl> modifier() {
    return url("modifier");
  }

  /** The user who modified it last. */
  public Optional<ResourceUrl> modifiedBy() {
    return url("modified_by");
  }

  /** The user who confirmed it. */
  public Optional<ResourceUrl> confirmedBy() {
    return url("confirmed_by");
  }

  /** The user who deleted it. */
  public Optional<ResourceUrl> deletedBy() {
    return url("deleted_by");
  }

  /** The user who exported it. */
  public Optional<ResourceUrl> exportedBy() {
    return url("exported_by");
  }

  /** The user who purged it. */
  public Optional<ResourceUrl> purgedBy() {
    return url("purged_by");
  }

  /** The user who rejected it. */
  public Optional<ResourceUrl> rejectedBy() {
    return url("rejected_by");
  }

  /** When it was created. */
  public Optional<Instant> createdAt() {
    return instant("created_at");
  }

  /** When it was assigned. */
  public Optional<Instant> assignedAt() {
    return instant("assigned_at");
  }

  /** When it was modified last. */
  public Optional<Instant> modifiedAt() {
    return instant("modified_at");
  }

  /** When it was confirmed. */
  public Optional<Instant> confirmedAt() {
    return instant("confirmed_at");
  }

  /** When it was exported. */
  public Optional<Instant> exportedAt() {
    return instant("exported_at");
  }

  /** When its export failed. */
  public Optional<Instant> exportFailedAt() {
    return instant("export_failed_at");
  }

  /** When it was deleted. */
  public Optional<Instant> deletedAt() {
    return instant("deleted_at");
  }

  /** When it was purged. */
  public Optional<Instant> purgedAt() {
    return instant("purged_at");
  }

  /** When it was rejected. */
  public Optional<Instant> rejectedAt() {
    return instant("rejected_at");
  }

  /** The id of its extraction. */
  public Optional<String> rirPollId() {
    return text("rir_poll_id");
  }

  /** The metadata that API clients keep with it. */
  public Optional<RawJson> metadata() {
    return json("metadata");
  }

  /** Returns whether it went through without a user ({@code automated}). */
  public boolean isAutomated() {
    return flag("automated");
  }

  /** Returns whether it was rejected without a user ({@code automatically_rejected}). */
  public boolean isAutomaticallyRejected() {
    return flag("automatically_rejected");
  }

  /** Returns whether an e-mail about it got a reply. */
  public boolean hasEmailThreadWithReplies() {
    return flag("has_email_thread_with_replies");
  }

  /** Returns whether an e-mail about it has an unread reply. */
  public boolean hasEmailThreadWithNewReplies() {
    return flag("has_email_thread_with_new_replies");
  }

  /** Returns whether only some users may see it ({@code restricted_access}). */
  public boolean isAccessRestricted() {
    return flag("restricted_access");
  }

  /** Returns whether Rossum learns from it ({@code training_enabled}). */
  public boolean isTrainingEnabled() {
    return flag("training_enabled");
  }

  /** Returns whether it is an electronic invoice ({@code einvoice}). */
  public boolean isEinvoice() {
    return flag("einvoice");
  }

  /** A suggestion to split or turn it. */
  public Optional<ResourceUrl> suggestedEdit() {
    return url("suggested_edit");
  }

  /** The e-mail that it came with. */
  public Optional<ResourceUrl> email() {
    return url("email");
  }

  /** What blocked its automation. */
  public Optional<ResourceUrl> automationBlocker() {
    return url("automation_blocker");
  }

  /** The thread of the e-mail that it came with. */
  public Optional<ResourceUrl> emailThread() {
    return url("email_thread");
  }

  /** The prediction of its kind. */
  public Optional<RawJson> prediction() {
    return json("prediction");
  }

  /** The messages that Rossum keeps with it, in their order. */
  public List<StoredMessage> messages() {
    return json("messages").map(RawJson::elements).orElse(List.of()).stream()
        .filter(RawJson::isObject)
        .map(StoredMessage::new)
        .toList();
  }

  /** The error that stands in place of the messages. */
  public Optional<String> messagesError() {
    return json("messages").flatMap(messages -> messages.find("error")).flatMap(RawJson::scalar);
  }

  /** Its status, such as {@code to_review}. */
  public Optional<AnnotationStatus> status() {
    return text("status").map(AnnotationStatus::new);
  }

  /** The status that it had before, where the event is about a change of status. */
  public Optional<AnnotationStatus> previousStatus() {
    return text("previous_status").map(AnnotationStatus::new);
  }

  /** The seconds that users spent on it. */
  public Optional<BigDecimal> timeSpent() {
    return decimal("time_spent");
  }
}
