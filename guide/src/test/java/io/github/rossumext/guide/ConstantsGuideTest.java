package io.github.rossumext.guide;

import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;

import io.github.rossumext.rules.ContentEditor;
import io.github.rossumext.rules.NumberField;
import io.github.rossumext.rules.Row;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The code of the page about generated constants, with what the Maven plugin would generate. */
class ConstantsGuideTest {
  static final class Fields {
    static final String AMOUNT_TOTAL = "amount_total";

    private Fields() {}
  }

  record LineItem(String itemCode, Optional<BigDecimal> itemTotalBase) {
    static final String TABLE = "line_items";
    static final String ITEM_TOTAL_BASE = "item_total_base";
  }

  record InvoiceDocument(Optional<BigDecimal> amountTotal, List<LineItem> lineItems) {}

  // docs: generated-constants
  static void checkTotal(ContentEditor content) {
    NumberField total = content.number(Fields.AMOUNT_TOTAL);
    for (Row line : content.table(LineItem.TABLE)) {
      if (line.number(LineItem.ITEM_TOTAL_BASE).isEmpty()) {
        total.warning("The total of a line is missing.");
      }
    }
  }

  // end

  // docs: generated-records
  static int countLines(ContentEditor content) {
    InvoiceDocument document = content.as(InvoiceDocument.class);
    return document.lineItems().size();
  }

  // end

  @Test
  void theRuleFindsALineWithoutATotal() {
    RossumSimulator rossum =
        RossumSimulator.of(ConstantsGuideTest::checkTotal).open(Fixtures.invoice());

    rossum.edit("line_items[0].item_total_base", "");

    assertThat(rossum).field("amount_total").hasWarning("The total of a line is missing.");
  }

  @Test
  void theRecordHasTheLines() {
    RossumSimulator rossum =
        RossumSimulator.of(content -> content.info(countLines(content) + " lines"))
            .open(Fixtures.invoice());

    rossum.initialize();

    assertThat(rossum).hasInfo("4 lines");
  }
}
