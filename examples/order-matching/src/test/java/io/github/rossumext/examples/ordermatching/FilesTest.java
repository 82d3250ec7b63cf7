package io.github.rossumext.examples.ordermatching;

import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.hook.HookFile;
import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.Tolerance;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Checks that the files of the example fit the program. All tests fill rossum/schema.json. */
class FilesTest extends Slice {
  private static RawJson hook() throws IOException {
    return RawJson.of(Files.readString(Path.of("rossum/hook.json")));
  }

  static String[] registeredEvents() throws IOException {
    return hook().find("events").orElseThrow().asListOf(String.class).toArray(String[]::new);
  }

  // The build runs rossum:check, which does the same.
  @Test
  void theHookFitsTheProgram() {
    assertThat(
            HookFile.of(Path.of("rossum/hook.json"))
                .withSchema(Path.of("rossum/schema.json"))
                .withSettings(PriceRule.Settings.class)
                .withCallBacks())
        .fitsWithoutWarning(endpoint);
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
  void theSampleRequestShowsWhatTheRulesSay() throws IOException {
    initialized(
        Fixture.of(Path.of("sample-request.json")).withSchema(Path.of("rossum/schema.json")));

    assertThat(said())
        .containsExactly(
            "warning on line_items[2].item_amount_base: The price in the order is 24.0000.");
    assertThat(rossum.field("line_items[0].item_order_line").text()).isEqualTo("10");
    assertThat(rossum.field("line_items[1].item_order_line").text()).isEqualTo("20");
    assertThat(rossum.rows("tax_details")).hasSize(2);
  }
}
