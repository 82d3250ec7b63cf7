package io.github.rossumext.playground;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.rossumext.HookEvent;
import io.github.rossumext.testkit.simulator.Exchange;
import java.util.List;

/** The settings of the hook that are not in the document, because the simulator has its own. */
final class HookSettings {
  private static final String SETTINGS = "settings";

  private HookSettings() {}

  /**
   * Returns a scenario whose document has the settings that the extension got, so that it gets them
   * from another simulator, too. If there are several hooks, each has settings of its own, and the
   * document stays as it is.
   */
  static Scenario in(Scenario scenario, List<Exchange> exchanges) {
    List<Exchange> about =
        exchanges.stream()
            .filter(
                exchange ->
                    exchange
                        .eventAndAction()
                        .startsWith(HookEvent.ANNOTATION_CONTENT.event() + "."))
            .toList();
    if (about.stream().map(Exchange::hook).distinct().count() != 1) {
      return scenario;
    }
    JsonNode sent = of(about.get(about.size() - 1).requestWithoutSecrets());
    if (!sent.isObject() || sent.equals(of(scenario.document().withoutSecrets().json()))) {
      return scenario;
    }
    return new Scenario(
        scenario.document().withSettings(Json.line(sent)), scenario.queue(), scenario.acts());
  }

  private static JsonNode of(String request) {
    return Json.read(request).path(SETTINGS);
  }
}
