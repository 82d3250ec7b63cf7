package io.github.rossumext.playground;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.testkit.simulator.FileDecision;
import io.github.rossumext.testkit.simulator.ImportDecision;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.testkit.simulator.ShownMessage;
import java.util.Map;

/** The decision about the files of an e-mail or upload, for the page and without secrets. */
final class ImportReport {
  private ImportReport() {}

  /** Adds the decision to the report of an event. */
  static void add(ObjectNode report, ImportDecision decision, RossumSimulator rossum) {
    ArrayNode files = report.putArray("files");
    decision.files().forEach(file -> files.add(file(file, false, rossum)));
    decision.additionalFiles().forEach(file -> files.add(file(file, true, rossum)));
    decision
        .originalSender()
        .ifPresent(
            sender ->
                report.put(
                    "sender",
                    rossum.withoutSecrets((sender.name() + " " + sender.email()).strip())));
  }

  private static ObjectNode file(FileDecision file, boolean isAdded, RossumSimulator rossum) {
    ObjectNode json = Json.object();
    json.put("name", rossum.withoutSecrets(file.name()));
    json.put("isImported", file.isImported());
    json.put("isFailed", file.isFailed());
    json.put("isAdded", isAdded);
    ArrayNode values = json.putArray("values");
    for (Map.Entry<String, String> value : file.values().entrySet()) {
      values.addArray().add(value.getKey()).add(rossum.withoutSecrets(value.getValue()));
    }
    ArrayNode messages = json.putArray("messages");
    for (ShownMessage message : file.messages()) {
      messages
          .addObject()
          .put("type", message.type().value())
          .put("text", rossum.withoutSecrets(message.text()));
    }
    return json;
  }
}
