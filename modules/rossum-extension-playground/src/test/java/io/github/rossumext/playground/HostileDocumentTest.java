package io.github.rossumext.playground;

import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.rules.ContentEditor;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.testkit.DocumentBuilder;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.value.Html;
import io.github.rossumext.value.Option;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/** A document whose every text is an attack shows the texts and runs nothing, in Chromium. */
@Tag("browser")
class HostileDocumentTest {
  private static final List<String> ATTACKS =
      List.of(
          "<script>window.pwned = 1</script>",
          "<img src=x onerror='window.pwned = 1'>",
          "<svg onload='window.pwned = 1'></svg>",
          "\"><b onmouseover=window.pwned=1>x</b>",
          "javascript:window.pwned=1",
          "</textarea><iframe srcdoc='<script>parent.pwned=1</script>'></iframe>",
          "{{constructor.constructor('window.pwned=1')()}}");

  private static final String SCHEMA =
      """
      [{"category": "section", "id": "s", "label": %1$s, "children": [
        {"category": "datapoint", "id": "text", "label": %1$s, "description": %1$s, "type": "string"},
        {"category": "datapoint", "id": "choice", "label": "Choice", "type": "enum",
         "options": [{"value": %1$s, "label": %1$s}]},
        {"category": "datapoint", "id": "go", "label": %1$s, "type": "button"},
        {"category": "multivalue", "id": "lines", "label": %1$s, "children":
          {"category": "tuple", "id": "line", "label": %1$s, "children": [
            {"category": "datapoint", "id": "cell", "label": %1$s, "type": "string"}]}}]}]
      """;

  private static void attack(ContentEditor content) {
    for (String attack : ATTACKS) {
      content.warning(Html.unsafe(attack));
      content.field("text").warning(Html.unsafe(attack));
      content.info(Html.unsafe("<a href=\"" + attack.replace("\"", "&quot;") + "\">a link</a>"));
    }
    content.table("lines").row(0).field("cell").warning(Html.unsafe(ATTACKS.get(1)));
    content.field("choice").options(Option.of("1", ATTACKS.get(0)));
    if (content.field("text").text().equals("boom")) {
      throw new IllegalStateException(ATTACKS.get(1));
    }
  }

  private static Fixture document() {
    String attack = String.join(" ", ATTACKS);
    String json = "\"" + attack.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    return DocumentBuilder.of(SCHEMA.formatted(json))
        .set("text", attack)
        .set("choice", attack)
        .row("lines", row -> row.field("cell", attack))
        .build()
        .withKey("document", Map.of("original_file_name", attack))
        .withName(ATTACKS.get(0));
  }

  @Test
  void noTextOfTheDocumentOrOfAResponseRuns() {
    HookEndpoint endpoint =
        HookEndpoint.builder()
            .secret(TestExtension.SECRET)
            .on(ANNOTATION_CONTENT, ContentRules.of(HostileDocumentTest::attack))
            .build();
    try (Playground playground = Playground.open(endpoint, TestExtension.SECRET, document())) {
      Screen screen = Screen.of(playground);
      screen.find("nav [data-key]").click();
      screen.press(Keys.TAB);
      screen.press(Keys.chord(Keys.ALT, Keys.DOWN));
      screen
          .browser
          .findElements(By.cssSelector("[role=switch]"))
          .forEach(toggle -> toggle.click());
      for (String tab : List.of("Problems", "Automation", "Inspector")) {
        screen.find("#tab-" + tab).click();
      }
      screen.find(".exchange-line").click();
      screen.await(() -> screen.has(".exchange-detail"));
      screen
          .browser
          .findElements(By.cssSelector(".banner a"))
          .forEach(link -> assertThat(link.getDomAttribute("href")).isNull());
      screen.browser.findElements(By.cssSelector("[role=switch]")).get(0).click();
      screen.enter(screen.find("nav input[data-key]"), "boom");
      screen.awaitAlert("The extension failed.");

      assertThat(screen.browser.executeScript("return window.pwned")).isNull();
      assertThat(screen.has(".banner img, .banner svg:not(.icon), iframe, .app script")).isFalse();
      assertThat(screen.find("h1").getText()).contains("<script>window.pwned = 1</script>");
      screen.assertQuiet();
    }
  }
}
