package io.github.rossumext.response;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.value.Message;
import io.github.rossumext.value.MessageType;
import io.github.rossumext.value.ResourceUrl;
import io.github.rossumext.value.ValidationSource;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Parts of responses are values: equal if all of their parts are. Their texts show no content. */
class ValuesTest {
  private static final DatapointChange CHANGE = DatapointChange.empty().withValue("marked");
  private static final ResourceUrl DOCUMENT =
      new ResourceUrl("https://r.example/api/v1/documents/7");

  /** Asserts that each is equal to another one that is made in the same way, and to no other. */
  private static void areValues(List<Supplier<Object>> all) {
    for (Supplier<Object> one : all) {
      assertThat(one.get()).isEqualTo(one.get()).hasSameHashCodeAs(one.get());
    }
    List<Object> values = all.stream().map(Supplier::get).toList();
    assertThat(values).doesNotHaveDuplicates();
    assertThat(values.stream().map(Object::hashCode)).doesNotHaveDuplicates();
    assertThat(values).doesNotContain("", 0L);
  }

  @Test
  void operations() {
    areValues(
        List.of(
            () -> Remove.of(1),
            () -> Remove.of(2),
            () -> Replace.of(3, CHANGE),
            () -> Replace.of(4, CHANGE),
            () -> Replace.of(3, CHANGE.withHidden(true)),
            () -> AddValue.of(5, CHANGE),
            () -> AddValue.of(6, CHANGE),
            () -> AddValue.of(5, CHANGE.withValue("other")),
            () -> AddRow.of(7, Map.of("code", CHANGE)),
            () -> AddRow.of(8, Map.of("code", CHANGE)),
            () -> AddRow.of(7, Map.of("price", CHANGE)),
            () ->
                AddRow.of(7, Map.of("code", CHANGE))
                    .withValidationSources(List.of(ValidationSource.HUMAN))));
  }

  @Test
  void theTextsOfOperationsHaveNoContent() {
    assertThat(Remove.of(1)).hasToString("Remove[1]");
    assertThat(AddRow.of(7, Map.of("code", CHANGE))).hasToString("AddRow[7, [code]]");
    assertThat(AddValue.of(5, CHANGE).toString()).startsWith("AddValue[5, ").doesNotContain("mark");
  }

  @Test
  void automationBlockers() {
    areValues(
        List.of(
            () -> AutomationBlocker.of("No."),
            () -> AutomationBlocker.of("Never."),
            () -> AutomationBlocker.of("No.").withDatapoint(1),
            () -> AutomationBlocker.of("No.").withDatapoint(2)));
    assertThat(AutomationBlocker.of("No.")).hasToString("AutomationBlocker[document]");
    assertThat(AutomationBlocker.of("No.").withDatapoint(9)).hasToString("AutomationBlocker[9]");
  }

  @Test
  void additionalFiles() {
    areValues(
        List.of(
            () -> AdditionalFile.imported(DOCUMENT),
            () -> AdditionalFile.attached(DOCUMENT),
            () -> AdditionalFile.imported(DOCUMENT).withValue("email:subject", "marked")));
    assertThat(AdditionalFile.imported(DOCUMENT).isImported()).isTrue();
    assertThat(AdditionalFile.attached(DOCUMENT).isImported()).isFalse();
    assertThat(AdditionalFile.imported(DOCUMENT).withValue("email:subject", "marked").toString())
        .contains("7")
        .doesNotContain("marked");
  }

  @Test
  void responsesAboutContent() {
    Message message = Message.of(MessageType.INFO, "Look.");
    AutomationBlocker blocker = AutomationBlocker.of("No.");
    areValues(
        List.of(
            ContentResponse::empty,
            () -> ContentResponse.builder().message(message).build(),
            () -> ContentResponse.builder().operation(Remove.of(1)).build(),
            () -> ContentResponse.builder().automationBlocker(blocker).build()));
    assertThat(ContentResponse.empty().isEmpty()).isTrue();
    assertThat(ContentResponse.builder().message(message).build().isEmpty()).isFalse();
    assertThat(ContentResponse.builder().operation(Remove.of(1)).build().isEmpty()).isFalse();
    assertThat(ContentResponse.builder().automationBlocker(blocker).build().isEmpty()).isFalse();
  }
}
