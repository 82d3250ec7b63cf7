package io.github.rossumext.rules;

import static io.github.rossumext.ContentRequest.initialize;
import static io.github.rossumext.ContentRequest.row;
import static io.github.rossumext.LossyWrites.REFUSE;
import static io.github.rossumext.SchemaText.list;
import static io.github.rossumext.SchemaText.table;
import static io.github.rossumext.SchemaText.text;
import static io.github.rossumext.SchemaText.with;
import static io.github.rossumext.Wire.operations;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.CapturedLog;
import java.util.List;
import org.junit.jupiter.api.Test;

/** More rows than the schema allows: sent all the same, since Rossum may take them. */
class MaxOccurrencesTest {
  private final ContentEditor content =
      initialize()
          .table("lines", row("code", "a"), row("code", "b"))
          .list("orders", "order", "1", "2")
          .schema(
              with(table("lines", text("code")), "'max_occurrences':2"),
              with(list("orders", text("order")), "'max_occurrences':1"))
          .with("request_id", "'r-1'")
          .edit(REFUSE);
  private final Table lines = content.table("lines");

  private List<String> warnings() {
    try (CapturedLog log = CapturedLog.start()) {
      content.response();
      return log.lines();
    }
  }

  @Test
  void theNumberIsKnown() {
    assertThat(lines.maxOccurrences()).hasValue(2);
    assertThat(content.list("orders").maxOccurrences()).hasValue(1);
  }

  @Test
  void oneRowMoreIsSentAndWarnedAbout() {
    lines.append().set("code", "c");

    assertThat(warnings())
        .containsExactly("WARN too many rows request=r-1 schema_id=\"lines\" rows=3 max=2");
    assertThat(operations(content)).hasSize(1);
  }

  @Test
  void aRowThatIsRemovedMakesPlaceForAnother() {
    lines.append().set("code", "c");
    lines.row(0).remove();

    assertThat(warnings()).isEmpty();
  }

  @Test
  void aMultivalueThatHadTooManyAndGetsNoneIsNotWarnedAbout() {
    content.list("orders").fields().get(0).set("3");

    assertThat(warnings()).isEmpty();
  }

  @Test
  void oneValueMoreIsWarnedAboutToo() {
    content.list("orders").append("3");

    assertThat(warnings()).singleElement().asString().contains("rows=3 max=1");
  }
}
