package io.github.rossumext.testkit.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.rossumext.internal.text.Markup;
import io.github.rossumext.internal.text.Storable;
import io.github.rossumext.payload.HookAction;
import io.github.rossumext.testkit.internal.Json;
import io.github.rossumext.testkit.internal.document.Document;
import io.github.rossumext.testkit.internal.document.DocumentNode;
import io.github.rossumext.testkit.internal.document.Refused;
import io.github.rossumext.value.MessageType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A reader of the messages and automation blockers of a response. */
final class MessageReader {
  private static final Pattern TAG = Pattern.compile("</?([A-Za-z][A-Za-z0-9]*)[^<>]*>");

  private final Document document;
  private final Problems problems;

  MessageReader(Document document, Problems problems) {
    this.document = document;
    this.problems = problems;
  }

  /** Returns the messages to show, after the operations of the response were applied. */
  List<ShownMessage> messages(JsonNode json) {
    List<ShownMessage> messages = new ArrayList<>();
    for (JsonNode message : list(json, "messages", Problem.Kind.MESSAGE)) {
      try {
        messages.add(message(message));
      } catch (Refused e) {
        problems.add(Problem.Kind.MESSAGE, e.reason());
      }
    }
    return messages;
  }

  /** Returns the messages about a file, which has no fields yet. */
  static List<ShownMessage> ofFile(JsonNode file, Problems problems) {
    return new MessageReader(Document.empty("The file", null), problems).messages(file);
  }

  private ShownMessage message(JsonNode json) throws Refused {
    String what = "a message";
    if (!json.isObject()) {
      throw new Refused("a message is not an object.");
    }
    checkKeys(json, Set.of("type", "content", "id"), Problem.Kind.MESSAGE, what);
    MessageType type = new MessageType(json.path("type").asText(""));
    if (!json.path("type").isTextual() || !type.isKnown()) {
      throw new Refused("a message is not of type error, warning or info, so it is not shown.");
    }
    if (!json.path("content").isTextual()) {
      throw new Refused("a message has no text, so it is not shown.");
    }
    DocumentNode field = field(json, what);
    return ShownMessage.of(
        type, shown(json.path("content").asText()), field, ShownMessage.Origin.EXTENSION);
  }

  /** Returns what the user sees of a message, and adds what is wrong with it. */
  private String shown(String markup) throws Refused {
    requireStorable(markup, "a message");
    if (markup.isBlank()) {
      problems.add(Problem.Kind.MESSAGE, "A message has an empty text.");
    }
    TAG.matcher(markup)
        .results()
        .map(tag -> tag.group(1).toLowerCase(Locale.ROOT))
        .filter(tag -> !Markup.TAGS.contains(tag))
        .distinct()
        .forEach(
            tag ->
                problems.add(
                    Problem.Kind.MESSAGE,
                    "A message has the tag <" + tag + ">, which Rossum does not render."));
    int length = Storable.length(markup);
    if (length <= Markup.MAX_LENGTH) {
      return markup;
    }
    problems.add(
        Problem.Kind.MESSAGE,
        "A message has "
            + length
            + " characters, but Rossum shows the first "
            + Markup.MAX_LENGTH
            + ".");
    return Storable.start(markup, Markup.MAX_LENGTH);
  }

  private static void requireStorable(String text, String what) throws Refused {
    String unstorable = Storable.problem(text);
    if (!unstorable.isEmpty()) {
      throw new Refused(what + " has " + unstorable + ", which Rossum cannot store.");
    }
  }

  private @Nullable DocumentNode field(JsonNode json, String what) throws Refused {
    if (!json.has("id")) {
      return null;
    }
    OptionalLong id = Json.id(json.path("id"));
    if (id.isEmpty()) {
      throw new Refused("the 'id' of " + what + " is not a whole number, so it is ignored.");
    }
    DocumentNode field =
        document
            .byId(id.getAsLong())
            .orElseThrow(
                () ->
                    new Refused(
                        what
                            + " is for the field "
                            + id.getAsLong()
                            + ", which does not exist; new rows get their ids in the next request."));
    if (!field.isDatapoint()) {
      throw new Refused(what + " is for " + field.named() + ", which is not a field.");
    }
    return field;
  }

  /**
   * Returns the blockers of a response to {@code initialize}; for other actions they have no
   * effect.
   */
  List<Blocker> blockers(EventKind kind, JsonNode json) {
    List<Blocker> blockers = new ArrayList<>();
    for (JsonNode blocker : list(json, "automation_blockers", Problem.Kind.BLOCKER)) {
      try {
        blockers.add(blocker(kind, blocker));
      } catch (Refused e) {
        problems.add(Problem.Kind.BLOCKER, e.reason());
      }
    }
    return blockers;
  }

  private Blocker blocker(EventKind kind, JsonNode json) throws Refused {
    String what = "an automation blocker";
    if (!kind.action().equals(HookAction.INITIALIZE)) {
      throw new Refused(
          "an automation blocker is sent to " + kind.name() + "; only initialize honours them.");
    }
    if (!json.path("content").isTextual()) {
      throw new Refused("an automation blocker has no text.");
    }
    requireStorable(json.path("content").asText(), what);
    if (json.path("content").asText().isBlank()) {
      problems.add(Problem.Kind.BLOCKER, "An automation blocker has an empty text.");
    }
    checkKeys(json, Set.of("content", "id"), Problem.Kind.BLOCKER, what);
    DocumentNode field = field(json, what);
    return Blocker.of(Blocker.Type.EXTENSION, field, json.path("content").asText());
  }

  private Iterable<JsonNode> list(JsonNode json, String key, Problem.Kind kind) {
    JsonNode list = json.path(key);
    if (!list.isMissingNode() && !list.isArray()) {
      problems.add(kind, "'" + key + "' is not a list, so it is ignored.");
      return List.of();
    }
    return list;
  }

  private void checkKeys(JsonNode object, Set<String> keys, Problem.Kind kind, String what) {
    for (String name : Json.otherKeys(object, keys)) {
      problems.add(kind, "The key '" + name + "' of " + what + " is ignored.");
    }
  }
}
