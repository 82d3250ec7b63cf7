package io.github.rossumext.edit;

import io.github.rossumext.HookContext;
import io.github.rossumext.LossyWriteException;
import io.github.rossumext.SettingsException;
import io.github.rossumext.content.Datapoint;
import io.github.rossumext.content.Multivalue;
import io.github.rossumext.content.Node;
import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.payload.HookAction;
import io.github.rossumext.response.AutomationBlocker;
import io.github.rossumext.response.ContentResponse;
import io.github.rossumext.value.Html;
import io.github.rossumext.value.Message;
import io.github.rossumext.value.MessageType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The live document of one call: rules read and edit it, and reads reflect the edits. The answer is
 * derived from them: one minimal operation for each datapoint, none for a value that did not
 * change, in the order of first writes (protocol §4.1).
 *
 * <p>Mutable and not thread-safe: use it in the thread that was called with it.
 */
public final class ContentEditor {
  private static final Logger LOG = LoggerFactory.getLogger(ContentEditor.class);

  private final ContentPayload payload;
  private final HookContext context;
  private Edits edits;
  private final List<Message> messages = new ArrayList<>();
  private final List<AutomationBlocker> blockers = new ArrayList<>();

  private ContentEditor(ContentPayload payload, HookContext context) {
    this.payload = payload;
    this.context = context;
    this.edits = new Edits(new Losses(context));
  }

  /** An editor without edits; {@link ContentRules} makes it for its rules. */
  public static ContentEditor of(ContentPayload payload, HookContext context) {
    return new ContentEditor(payload, context);
  }

  /** What Rossum sent, without the edits. */
  public ContentPayload payload() {
    return payload;
  }

  /** Settings, secrets and the time that is left. */
  public HookContext context() {
    return context;
  }

  /**
   * The settings of the hook laid over these defaults.
   *
   * @throws SettingsException if they do not fit
   */
  public <T> T settings(T defaults) {
    return context.settings(defaults);
  }

  /**
   * A field, whatever its type.
   *
   * @throws UnknownFieldException if the document has no such field; the message names the nearest
   */
  public Field field(String schemaId) {
    return new Field(this, datapoint(schemaId));
  }

  /**
   * A field that holds a number.
   *
   * @throws UnknownFieldException if the document has no such field; the message names the nearest
   */
  public NumberField number(String schemaId) {
    return new NumberField(this, datapoint(schemaId));
  }

  /**
   * A field that holds a date.
   *
   * @throws UnknownFieldException if the document has no such field; the message names the nearest
   */
  public DateField date(String schemaId) {
    return new DateField(this, datapoint(schemaId));
  }

  /** A field that a queue may not have. */
  public Optional<Field> find(String schemaId) {
    return FieldLookup.find(payload.content(), schemaId).map(found -> new Field(this, found));
  }

  /** Whether the document has all of these, each a field or a table. */
  public boolean has(String... schemaIds) {
    for (String schemaId : schemaIds) {
      if (FieldLookup.find(payload.content(), schemaId).isEmpty()
          && payload.content().bySchemaId(schemaId).stream()
              .noneMatch(Multivalue.class::isInstance)) {
        return false;
      }
    }
    return true;
  }

  private Datapoint datapoint(String schemaId) {
    return FieldLookup.find(payload.content(), schemaId)
        .orElseThrow(() -> FieldLookup.unknown(payload.content(), schemaId));
  }

  /**
   * Whether the user, or an extension before this one, changed one of these: a field, or a cell,
   * row or table of this schema id.
   */
  public boolean changed(String... schemaIds) {
    for (String schemaId : schemaIds) {
      for (Node node : payload.content().bySchemaId(schemaId)) {
        if (payload.isUpdated(node.id())) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether the user clicked this button. */
  public boolean clicked(String schemaId) {
    for (Node node : payload.content().bySchemaId(schemaId)) {
      if (node instanceof Datapoint button && button.isButton() && payload.isUpdated(button.id())) {
        return true;
      }
    }
    return false;
  }

  /** Whether the call is for this action. */
  public boolean at(HookAction action) {
    return payload.action().equals(action);
  }

  /**
   * Whether there is a reason to work something out again: the extraction has just finished, or one
   * of these was changed.
   */
  public boolean concerns(String... schemaIds) {
    return at(HookAction.INITIALIZE) || changed(schemaIds);
  }

  /** An error for the whole document: it blocks confirming and automation. */
  public void error(String text) {
    error(Html.escape(text));
  }

  /** An error for the whole document: it blocks confirming and automation. */
  public void error(Html text) {
    say(Message.of(MessageType.ERROR, text));
  }

  /** A warning for the whole document. */
  public void warning(String text) {
    warning(Html.escape(text));
  }

  /** A warning for the whole document. */
  public void warning(Html text) {
    say(Message.of(MessageType.WARNING, text));
  }

  /** A piece of information for the whole document. */
  public void info(String text) {
    info(Html.escape(text));
  }

  /** A piece of information for the whole document. */
  public void info(Html text) {
    say(Message.of(MessageType.INFO, text));
  }

  void say(Message message) {
    messages.add(message);
  }

  /**
   * A reason why a user must see the document. Rossum honours it at {@code initialize}; at other
   * actions it is left out of the answer, so that one rule can serve them all.
   */
  public void automationBlocker(String text) {
    block(AutomationBlocker.of(text));
  }

  void block(AutomationBlocker blocker) {
    if (at(HookAction.INITIALIZE)) {
      blockers.add(blocker);
    } else {
      LOG.debug(
          "An automation blocker is left out, since this is not initialize (request {}).",
          context.requestId());
    }
  }

  Edits edits() {
    return edits;
  }

  /**
   * The answer that the edits come to so far.
   *
   * @throws LossyWriteException if Rossum would lose one of them and the endpoint refuses that
   */
  public ContentResponse response() {
    ContentResponse.Builder response = ContentResponse.builder();
    messages.forEach(response::message);
    edits.operations().forEach(response::operation);
    blockers.forEach(response::automationBlocker);
    return response.build();
  }

  /** The state before a rule, to return to if it fails. */
  record Checkpoint(Edits edits, int messages, int blockers) {}

  Checkpoint checkpoint() {
    return new Checkpoint(edits.copy(), messages.size(), blockers.size());
  }

  void rollback(Checkpoint before) {
    edits = before.edits();
    messages.subList(before.messages(), messages.size()).clear();
    blockers.subList(before.blockers(), blockers.size()).clear();
  }

  /** Event and size; nothing of the content. */
  @Override
  public String toString() {
    return "ContentEditor[" + payload + "]";
  }
}
