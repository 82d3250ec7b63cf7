package io.github.rossumext.response;

import io.github.rossumext.internal.json.JsonWriter;
import io.github.rossumext.internal.text.Markup;
import io.github.rossumext.value.Message;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * The response to an {@code annotation_content} event: messages for the user, changes of the
 * document, and reasons against automation. {@code ContentEditor} makes it from the edits of rules.
 * Immutable and thread-safe.
 *
 * <p>The endpoint leaves out, and reports, what Rossum would lose:
 *
 * <ul>
 *   <li>operations and messages on an id that the document does not have, or that is of the wrong
 *       kind
 *   <li>changes of something that the same response removes
 *   <li>values of formula fields and buttons
 *   <li>values that are too long or not among the options
 *   <li>columns that the table does not have
 * </ul>
 *
 * <p>Rossum reads automation blockers at {@code initialize} only. At other actions the endpoint
 * leaves them out without a report.
 *
 * @see AutomationBlocker
 * @see <a
 *     href="https://github.com/rossumext/rossum-extension/blob/main/docs/protocol.md#responses-to-content-events">The
 *     protocol: responses to content events</a>
 */
public final class ContentResponse extends HookResponse {
  private static final ContentResponse EMPTY = builder().build();

  private final List<Message> messages;
  private final List<Operation> operations;
  private final List<AutomationBlocker> automationBlockers;

  private ContentResponse(Builder builder) {
    this.messages = List.copyOf(builder.messages);
    this.operations = List.copyOf(builder.operations);
    this.automationBlockers = List.copyOf(builder.automationBlockers);
  }

  /** Returns the response without messages, operations and automation blockers. */
  public static ContentResponse empty() {
    return EMPTY;
  }

  /** Returns a builder of a response. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns the messages, in the order in which they were added. */
  public List<Message> messages() {
    return messages;
  }

  /** Returns the changes, in the order in which Rossum applies them. */
  public List<Operation> operations() {
    return operations;
  }

  /** Returns the reasons against automation. */
  public List<AutomationBlocker> automationBlockers() {
    return automationBlockers;
  }

  /** Returns whether it has no messages, operations and automation blockers. */
  public boolean isEmpty() {
    return messages.isEmpty() && operations.isEmpty() && automationBlockers.isEmpty();
  }

  @Override
  void write(JsonWriter json) throws IOException {
    json.object();
    if (!messages.isEmpty()) {
      json.list("messages");
      for (Message message : messages) {
        json.object()
            .text("type", message.type().value())
            .text("content", Markup.of(message.content().markup()).text());
        id(json, message.datapointId());
        json.endObject();
      }
      json.endList();
    }
    if (!operations.isEmpty()) {
      json.list("operations");
      for (Operation operation : operations) {
        operation.write(json);
      }
      json.endList();
    }
    if (!automationBlockers.isEmpty()) {
      json.list("automation_blockers");
      for (AutomationBlocker blocker : automationBlockers) {
        json.object().text("content", blocker.content());
        id(json, blocker.datapointId());
        json.endObject();
      }
      json.endList();
    }
    json.endObject();
  }

  private static void id(JsonWriter json, OptionalLong id) throws IOException {
    if (id.isPresent()) {
      json.number("id", id.getAsLong());
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ContentResponse that
        && messages.equals(that.messages)
        && operations.equals(that.operations)
        && automationBlockers.equals(that.automationBlockers);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * messages.hashCode() + operations.hashCode()) + automationBlockers.hashCode();
  }

  /** Returns how many messages, operations and blockers there are, and nothing of their content. */
  @Override
  public String toString() {
    return "ContentResponse["
        + messages.size()
        + " messages, "
        + operations.size()
        + " operations, "
        + automationBlockers.size()
        + " automation blockers]";
  }

  /** Collects a response. Not thread-safe. */
  public static final class Builder {
    private final List<Message> messages = new ArrayList<>();
    private final List<Operation> operations = new ArrayList<>();
    private final List<AutomationBlocker> automationBlockers = new ArrayList<>();

    private Builder() {}

    /** Adds a message. */
    public Builder message(Message message) {
      messages.add(message);
      return this;
    }

    /** Adds a change. */
    public Builder operation(Operation operation) {
      operations.add(operation);
      return this;
    }

    /** Adds a reason against automation. */
    public Builder automationBlocker(AutomationBlocker blocker) {
      automationBlockers.add(blocker);
      return this;
    }

    /** Returns the response. */
    public ContentResponse build() {
      return new ContentResponse(this);
    }
  }
}
