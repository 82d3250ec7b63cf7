package io.github.rossumext.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.content.Datapoint;
import io.github.rossumext.payload.AnnotationStatus;
import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.response.AddRow;
import io.github.rossumext.response.AutomationBlocker;
import io.github.rossumext.response.ContentResponse;
import io.github.rossumext.response.DatapointChange;
import io.github.rossumext.response.Remove;
import io.github.rossumext.response.Replace;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.value.Message;
import io.github.rossumext.value.MessageType;
import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.ValidationSource;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The facts of docs/protocol.md that the library knows, too. */
class ProtocolGuideTest {
  private static final String PAGE = Guide.text("docs/protocol.md");

  @Test
  void theResponseIsWrittenAsThePageShows() {
    ContentResponse response =
        ContentResponse.builder()
            .message(Message.of(MessageType.ERROR, "Differs from the order").withDatapoint(1002))
            .operation(
                Replace.of(
                    198143,
                    DatapointChange.empty()
                        .withValue("John")
                        .withValidationSources(List.of(ValidationSource.CONNECTOR))))
            .operation(
                AddRow.of(
                    884060,
                    Map.of("item_description", DatapointChange.empty().withValue("Bottle"))))
            .operation(Remove.of(884061))
            .automationBlocker(AutomationBlocker.of("Unregistered vendor").withDatapoint(1357))
            .build();

    assertThat(new String(response.toJson(), StandardCharsets.UTF_8))
        .isEqualTo(Guide.json("content-response"));
  }

  @Test
  void theHookNamesEventsThatExist() {
    assertThat(
            RawJson.of(Guide.json("hook-object"))
                .find("events")
                .orElseThrow()
                .asListOf(String.class))
        .isSubsetOf(eventsOfTheTestkit());
  }

  @Test
  void theTableOfEventsHasEveryEventOfTheTestkit() {
    String table = PAGE.split("\n### Time", 2)[0];

    assertThat(eventsOfTheTestkit())
        .allSatisfy(event -> assertThat(table).contains("\n| `" + event + "` |"));
  }

  private static List<String> eventsOfTheTestkit() {
    return Fixtures.all().stream().map(fixture -> fixture.payload().eventAndAction()).toList();
  }

  @Test
  void theLibraryKnowsEveryStatus() {
    String statuses = PAGE.split("\nStatuses: ", 2)[1].split("\n\n", 2)[0];
    Matcher status = Pattern.compile("`(\\w+)`").matcher(statuses);

    assertThat(status.results().map(word -> new AnnotationStatus(word.group(1))).toList())
        .hasSize(15)
        .allMatch(AnnotationStatus::isKnown);
  }

  @Test
  void theLibraryKnowsEveryValidationSource() {
    String sources = PAGE.split("- `validation_sources` says", 2)[1].split(", and more", 2)[0];
    Matcher source = Pattern.compile("`(\\w+)`").matcher(sources);

    assertThat(source.results().map(word -> new ValidationSource(word.group(1))).toList())
        .hasSize(11)
        .allMatch(ValidationSource::isKnown);
  }

  @Test
  void aButtonHasNoContent() {
    Datapoint button =
        (Datapoint)
            Fixtures.invoice().payload(ContentPayload.class).content().bySchemaId("refresh").get(0);

    assertThat(button.isButton()).isTrue();
    assertThat(button.find("content").map(RawJson::text)).contains("null");
  }
}
