package io.github.rossumext.testkit.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The creation of an upload. A hook sees the decisions of the hooks before it. A failed request
 * decides nothing.
 */
final class UploadEvent {
  private static final Set<String> KEYS =
      Set.of("document", "prevent_importing", "failed_import", "messages");

  private final ObjectNode request;
  private final Map<String, ArrivingFile> files = new LinkedHashMap<>();

  UploadEvent(ObjectNode request) {
    this.request = request.deepCopy();
    for (JsonNode file : this.request.path("files")) {
      String url = file.path("document").asText("");
      ArrivingFile arriving =
          new ArrivingFile(url, name(url), !file.path("prevent_importing").asBoolean(false));
      arriving.isFailed(file.path("failed_import").asBoolean(false));
      file.path("values")
          .forEach(
              value -> arriving.value(value.path("id").asText(""), value.path("value").asText("")));
      files.put(url, arriving);
    }
  }

  private String name(String url) {
    for (JsonNode document : request.path("documents")) {
      if (document.path("url").asText("").equals(url)) {
        return document.path("original_file_name").asText(url);
      }
    }
    return url;
  }

  ImportDecision arrive(Session session) {
    List<Exchange> exchanges = session.send(EventKind.upload(), request, this::take);
    return new ImportDecision(
        files.values().stream().map(ArrivingFile::decision).toList(), List.of(), null, exchanges);
  }

  private void take(ParsedResponse response, Problems problems) {
    JsonNode list =
        response.isFailed() ? response.json().path("none") : response.json().path("files");
    if (!list.isMissingNode() && !list.isArray()) {
      problems.file("'files' is not a list, so it is ignored.");
      return;
    }
    for (JsonNode file : list) {
      ArrivingFile known = files.get(file.path("document").asText(""));
      if (known == null || !file.path("document").isTextual()) {
        problems.file(
            "The document '"
                + file.path("document").asText("")
                + "' is not in the upload, so it is ignored.");
        continue;
      }
      ArrivingFile.checkKeys(file, KEYS, problems);
      if (!areBooleans(file, known, problems)) {
        continue;
      }
      boolean isPrevented = file.path("prevent_importing").asBoolean(false);
      boolean isFailed = file.path("failed_import").asBoolean(false);
      if (isPrevented && isFailed && known.isImported()) {
        problems.file(
            "'prevent_importing' of '"
                + known.name()
                + "' has no effect, because 'failed_import' wins.");
      }
      known.isImported(!isPrevented);
      known.isFailed(isFailed);
      known.say(MessageReader.ofFile(file, problems));
    }
    for (JsonNode file : request.path("files")) {
      ArrivingFile known = files.get(file.path("document").asText(""));
      if (known != null && file instanceof ObjectNode object) {
        object.put("prevent_importing", !known.isImported());
        object.put("failed_import", known.isFailed());
      }
    }
  }

  private static boolean areBooleans(JsonNode file, ArrivingFile known, Problems problems) {
    for (String key : List.of("prevent_importing", "failed_import")) {
      if (file.has(key) && !file.path(key).isBoolean()) {
        problems.file(
            "'"
                + key
                + "' of '"
                + known.name()
                + "' is not true or false, so the file is ignored.");
        return false;
      }
    }
    return true;
  }
}
