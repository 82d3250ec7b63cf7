package io.github.rossumext.examples.ordermatching;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.HookEvent;
import io.github.rossumext.payload.HookAction;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.Tolerance;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Checks that the files of the example fit the program. All tests fill schema.json. */
class FilesTest extends Slice {
  private static RawJson hook() throws IOException {
    return RawJson.of(Files.readString(Path.of("hook.json")));
  }

  static String[] registeredEvents() throws IOException {
    return hook().find("events").orElseThrow().asListOf(String.class).toArray(String[]::new);
  }

  private static boolean fits(HookEvent<?, ?> handled, String event) {
    String action = event.substring(event.indexOf('.') + 1);
    return event.startsWith(handled.event() + ".")
        && (handled.actions().isEmpty() || handled.actions().contains(new HookAction(action)));
  }

  @Test
  void theHookIsRegisteredForWhatTheProgramHandles() throws IOException {
    HookEndpoint program = endpoint;

    assertThat(registeredEvents())
        .allSatisfy(
            event -> assertThat(program.events()).anyMatch(handled -> fits(handled, event)));
    assertThat(program.events())
        .allSatisfy(
            handled -> assertThat(registeredEvents()).anyMatch(event -> fits(handled, event)));
  }

  @Test
  void rossumPollsForTheImportAsLongAsItMayTake() throws IOException {
    Properties properties = new Properties();
    try (Reader file =
        Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
      properties.load(file);
    }

    assertThat(properties.getProperty("rossum.polling-time")).isEqualTo("30m");
    assertThat(
            hook()
                .find("config")
                .flatMap(config -> config.find("max_polling_time_s"))
                .orElseThrow()
                .as(Long.class))
        .isEqualTo(30 * 60);
  }

  @Test
  void itsSettingsAreThoseOfTheProgram() throws IOException {
    assertThat(hook().find("settings").orElseThrow().over(PriceRule.Settings.DEFAULTS))
        .isEqualTo(new PriceRule.Settings(Tolerance.percent("2")));
  }

  @Test
  void theHookHasAnOwnerOfTheTokenForReceiptsAndTheArchive() throws IOException {
    assertThat(hook().find("token_owner").flatMap(RawJson::scalar)).hasValue("{{TOKEN_OWNER_URL}}");
    assertThat(Files.readString(Path.of("README.md"))).contains("s|{{TOKEN_OWNER_URL}}|");
  }

  @Test
  void theSampleRequestShowsWhatTheRulesSay() throws IOException {
    initialized(Fixture.of(Path.of("sample-request.json")).withSchema(Path.of("schema.json")));

    assertThat(said())
        .containsExactly(
            "warning on line_items[2].item_amount_base: The price in the order is 24.0000.");
    assertThat(rossum.field("line_items[0].item_order_line").text()).isEqualTo("10");
    assertThat(rossum.field("line_items[1].item_order_line").text()).isEqualTo("20");
    assertThat(rossum.rows("tax_details")).hasSize(2);
  }
}
