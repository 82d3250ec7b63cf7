package io.github.rossumext.testkit.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.internal.Json;
import java.util.List;
import java.util.stream.Stream;

/** Events that are new or not handled. The extension must accept them and change nothing. */
final class EventCases {
  private final Materials materials;

  private EventCases(Materials materials) {
    this.materials = materials;
  }

  static Stream<Attack> all(Materials materials) {
    EventCases cases = new EventCases(materials);
    return Stream.concat(cases.unknown(), cases.emails());
  }

  private Stream<Attack> unknown() {
    Fixture good = materials.good();
    return Stream.of(
        accepted("an action of contents that is new", good.withKey("action", "newer")),
        accepted("an event that is new", Fixtures.invocationScheduled().withKey("event", "planet")),
        accepted(
            "an event of old, with a document",
            good.withKey("event", "annotation").withKey("action", "exported")),
        accepted(
            "invocation.interface", Fixtures.invocationManual().withKey("action", "interface")),
        accepted(
            "an action with junk in it",
            Fixtures.invocationScheduled().withKey("action", "\u202e<b>\u0000%s${x}")),
        accepted(
            "event and action alone",
            Fixture.of("{\"event\":\"a\",\"action\":\"b\"}".getBytes(UTF_8))));
  }

  // A response without files may drop every attachment, so the extension must not send one.
  private Stream<Attack> emails() {
    Fixture email = Fixtures.emailReceived();
    return Stream.of(
        email("an e-mail", email),
        email("an e-mail without files", email.withKey("files", List.of())),
        email("an e-mail without headers", email.withoutKey("headers")),
        email("an e-mail without body", email.withoutKey("body")),
        email("an e-mail with ids that are numbers", withNumbers(email)));
  }

  private static Fixture withNumbers(Fixture email) {
    return Fixture.of(
        email.json().replaceAll("\"id\"\\s*:\\s*\"(\\d+)\"", "\"id\":$1").getBytes(UTF_8));
  }

  private Attack accepted(String name, Fixture event) {
    return Attack.of("event", name, materials.signed(event.body()), 200);
  }

  private Attack email(String name, Fixture email) {
    return accepted(name, email).checked(EventCases::withoutFiles);
  }

  private static String withoutFiles(String response) {
    JsonNode json = Json.find(response.getBytes(UTF_8));
    return json.path("files").isArray()
        ? ""
        : "must get a list of files as its response: Rossum may drop every attachment otherwise";
  }
}
