package io.github.rossumext.payload;

import io.github.rossumext.internal.help.Access;
import io.github.rossumext.value.JsonView;
import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.ResourceUrl;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The annotation that an event is about. An annotation is one document in one queue. Any of its
 * keys may be missing. {@link ContentPayload#content()} is its tree. Immutable and thread-safe.
 *
 * @see <a
 *     href="https://github.com/rossumext/rossum-extension/blob/main/docs/protocol.md#the-annotation">The
 *     protocol: the annotation</a>
 */
public final class Annotation extends JsonView {
  static {
    Access.open(RawJson.class, Annotation.class, Annotation::new);
  }

  Annotation(RawJson raw) {
    super(raw);
  }

  /** Returns the id of the annotation. */
  public OptionalLong id() {
    return id("id");
  }

  /** Returns its URL. */
  public Optional<ResourceUrl> url() {
    return url("url");
  }

  /** Returns the queue that it is in. */
  public Optional<ResourceUrl> queue() {
    return url("queue");
  }

  /** Returns the document that it was made of. */
  public Optional<ResourceUrl> document() {
    return url("document");
  }

  /** Returns the schema of its content. */
  public Optional<ResourceUrl> schema() {
    return url("schema");
  }

  /** Returns the organisation that it belongs to. */
  public Optional<ResourceUrl> organization() {
    return url("organization");
  }

  /** Returns its pages. */
  public List<ResourceUrl> pages() {
    return urls("pages");
  }

  /** Returns relations to other annotations. */
  public List<ResourceUrl> relations() {
    return urls("relations");
  }

  /** Returns the e-mails about it. */
  public List<ResourceUrl> relatedEmails() {
    return urls("related_emails");
  }

  /** Returns the users that it is assigned to. */
  public List<ResourceUrl> assignees() {
    return urls("assignees");
  }

  /** Returns its labels. */
  public List<ResourceUrl> labels() {
    return urls("labels");
  }

  /** Returns the user who created it. */
  public Optional<ResourceUrl> creator() {
    return url("creator");
  }

  /** Returns the user who has it open. */
  public Optional<ResourceUrl> modifier() {
    return url("modifier");
  }

  /** Returns the user who modified it last. */
  public Optional<ResourceUrl> modifiedBy() {
    return url("modified_by");
  }

  /** Returns the user who confirmed it. */
  public Optional<ResourceUrl> confirmedBy() {
    return url("confirmed_by");
  }

  /** Returns the user who deleted it. */
  public Optional<ResourceUrl> deletedBy() {
    return url("deleted_by");
  }

  /** Returns the user who exported it. */
  public Optional<ResourceUrl> exportedBy() {
    return url("exported_by");
  }

  /** Returns the user who purged it. */
  public Optional<ResourceUrl> purgedBy() {
    return url("purged_by");
  }

  /** Returns the user who rejected it. */
  public Optional<ResourceUrl> rejectedBy() {
    return url("rejected_by");
  }

  /** Returns when it was created. */
  public Optional<Instant> createdAt() {
    return instant("created_at");
  }

  /** Returns when it was assigned. */
  public Optional<Instant> assignedAt() {
    return instant("assigned_at");
  }

  /** Returns when it was modified last. */
  public Optional<Instant> modifiedAt() {
    return instant("modified_at");
  }

  /** Returns when it was confirmed. */
  public Optional<Instant> confirmedAt() {
    return instant("confirmed_at");
  }

  /** Returns when it was exported. */
  public Optional<Instant> exportedAt() {
    return instant("exported_at");
  }

  /** Returns when its export failed. */
  public Optional<Instant> exportFailedAt() {
    return instant("export_failed_at");
  }

  /** Returns when it was deleted. */
  public Optional<Instant> deletedAt() {
    return instant("deleted_at");
  }

  /** Returns when it was purged. */
  public Optional<Instant> purgedAt() {
    return instant("purged_at");
  }

  /** Returns when it was rejected. */
  public Optional<Instant> rejectedAt() {
    return instant("rejected_at");
  }

  /** Returns the id of its extraction. */
  public Optional<String> rirPollId() {
    return text("rir_poll_id");
  }

  /** Returns the metadata that API clients keep with it. */
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

  /** Returns a suggestion to split or turn it. */
  public Optional<ResourceUrl> suggestedEdit() {
    return url("suggested_edit");
  }

  /** Returns the e-mail that it came with. */
  public Optional<ResourceUrl> email() {
    return url("email");
  }

  /** Returns what blocked its automation. */
  public Optional<ResourceUrl> automationBlocker() {
    return url("automation_blocker");
  }

  /** Returns the thread of the e-mail that it came with. */
  public Optional<ResourceUrl> emailThread() {
    return url("email_thread");
  }

  /** Returns the prediction of its kind. */
  public Optional<RawJson> prediction() {
    return json("prediction");
  }

  /** Returns the messages that Rossum keeps with it, in their order. */
  public List<StoredMessage> messages() {
    return json("messages").map(RawJson::elements).orElse(List.of()).stream()
        .filter(RawJson::isObject)
        .map(StoredMessage::new)
        .toList();
  }

  /** Returns the error that Rossum sent instead of the messages. */
  public Optional<String> messagesError() {
    return json("messages").flatMap(messages -> messages.find("error")).flatMap(RawJson::scalar);
  }

  /** Returns its status, such as {@code to_review}. */
  public Optional<AnnotationStatus> status() {
    return text("status").map(AnnotationStatus::new);
  }

  /** Returns the status that it had before, if the event is about a change of status. */
  public Optional<AnnotationStatus> previousStatus() {
    return text("previous_status").map(AnnotationStatus::new);
  }

  /** Returns the seconds that users spent on it. */
  public Optional<BigDecimal> timeSpent() {
    return decimal("time_spent");
  }
}
