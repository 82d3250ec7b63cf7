package io.github.rossumext.testkit.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.response.EmailResponse.OriginalSender;
import io.github.rossumext.testkit.internal.Json;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The arrival of an e-mail. A file is imported only if every response lists it. The protocol does
 * not say what a failed request means: here it lists no file.
 */
final class EmailEvent {
  private final ObjectNode request;
  private final Map<String, ArrivingFile> files = new LinkedHashMap<>();
  private final Map<String, ArrivingFile> additional = new LinkedHashMap<>();
  private @Nullable OriginalSender sender;

  EmailEvent(ObjectNode request) {
    this.request = request;
    for (JsonNode file : request.path("files")) {
      String id = file.path("id").asText("");
      files.put(id, new ArrivingFile(id, file.path("filename").asText(id), true));
    }
  }

  ImportDecision arrive(Session session) {
    List<Exchange> exchanges = session.send(EventKind.email(), request, this::take);
    return new ImportDecision(
        files.values().stream().map(ArrivingFile::decision).toList(),
        additional.values().stream().map(ArrivingFile::decision).toList(),
        sender,
        exchanges);
  }

  private void take(ParsedResponse response, Problems problems) {
    JsonNode json = response.isFailed() ? null : response.json();
    if (json == null) {
      problems.file("The request failed, so none of the files is imported.");
      files.values().forEach(file -> file.isImported(false));
      return;
    }
    Set<String> listed = listed(json, problems);
    for (ArrivingFile file : files.values()) {
      file.isImported(file.isImported() && listed.contains(file.id()));
    }
    addFiles(json.path("additional_files"), problems);
    sender(json.path("extracted_original_sender"), problems);
  }

  private Set<String> listed(JsonNode json, Problems problems) {
    Set<String> listed = new HashSet<>();
    if (!json.path("files").isArray()) {
      problems.file(
          "The response has no list 'files', so none of the files is imported. To change nothing, list"
              + " all files.");
      return listed;
    }
    for (JsonNode file : json.path("files")) {
      if (!file.path("id").isTextual()) {
        problems.file("A file has an id that is not a text, so it is ignored.");
        continue;
      }
      ArrivingFile known = files.get(file.path("id").asText());
      if (known == null) {
        problems.file(
            "The file '" + file.path("id").asText() + "' is not in the e-mail, so it is ignored.");
        continue;
      }
      ArrivingFile.checkKeys(file, Set.of("id", "values"), problems);
      listed.add(known.id());
      known.take(file.path("values"), problems);
    }
    return listed;
  }

  private void addFiles(JsonNode list, Problems problems) {
    if (!list.isMissingNode() && !list.isArray()) {
      problems.file("'additional_files' is not a list, so it is ignored.");
      return;
    }
    for (JsonNode file : list) {
      String document = file.path("document").asText("");
      if (document.isBlank() || !file.path("document").isTextual()) {
        problems.file("An additional file has no document, so it is ignored.");
        continue;
      }
      if (file.has("import_document") && !file.path("import_document").isBoolean()) {
        problems.file(
            "'import_document' of an additional file is not true or false, so the file is ignored.");
        continue;
      }
      ArrivingFile.checkKeys(file, Set.of("document", "values", "import_document"), problems);
      ArrivingFile added =
          additional.computeIfAbsent(document, url -> new ArrivingFile(url, url, true));
      added.isImported(file.path("import_document").asBoolean(true));
      added.take(file.path("values"), problems);
    }
  }

  private void sender(JsonNode json, Problems problems) {
    if (json.isMissingNode()) {
      return;
    }
    if (!json.path("email").isTextual() || json.path("email").asText().isBlank()) {
      problems.add(
          Problem.Kind.RESPONSE, "The original sender has no e-mail address, so it is ignored.");
      return;
    }
    String unstorable = Json.unstorable(json);
    if (!unstorable.isEmpty()) {
      problems.add(
          Problem.Kind.RESPONSE,
          "The original sender has " + unstorable + ", which Rossum cannot store: it is ignored.");
      return;
    }
    ArrivingFile.checkKeys(json, Set.of("email", "name"), problems);
    sender = new OriginalSender(json.path("email").asText(), json.path("name").asText(""));
  }
}
