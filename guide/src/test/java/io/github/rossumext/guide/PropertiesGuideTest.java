package io.github.rossumext.guide;

import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.rules.ContentEditor;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.rules.NumberField;
import io.github.rossumext.rules.Row;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.hostile.HostileReport;
import io.github.rossumext.testkit.hostile.HostileRequests;
import io.github.rossumext.testkit.hostile.HostileTests;
import io.github.rossumext.testkit.jqwik.Conversation;
import io.github.rossumext.testkit.jqwik.MustReach;
import io.github.rossumext.testkit.jqwik.RossumArbitraries;
import io.github.rossumext.testkit.jqwik.RuleLaws;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.value.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The code of docs/properties.md. */
class PropertiesGuideTest {
  private static final Path SAMPLE =
      Path.of(
          "../rossum-extension-testkit/src/test/resources/io/github/rossumext/testkit/jqwik",
          "ThrowsForAQuantityOverAHundred.txt");

  private final Secret secret = Secret.of("made-up");
  private final HookEndpoint endpoint =
      HookEndpoint.builder()
          .secret(secret)
          .on(ANNOTATION_CONTENT, ContentRules.of(PropertiesGuideTest::lineTotals))
          .build();

  static void lineTotals(ContentEditor content) {
    for (Row line : content.table("line_items")) {
      NumberField quantity = line.number("item_quantity");
      NumberField price = line.number("item_amount_base");
      if (quantity.isSet() && price.isSet()) {
        line.number("item_total_base").set(quantity.value().multiply(price.value()));
      }
    }
  }

  // docs: keep-the-laws
  @Property(tries = 20)
  void lineTotalsKeepTheLaws(@ForAll("conversations") Conversation conversation) {
    RuleLaws.all(PropertiesGuideTest::lineTotals, conversation);
  }

  @Provide
  Arbitrary<Conversation> conversations() {
    return RossumArbitraries.conversations(Fixtures.invoiceSchema());
  }

  // end

  // docs: laws-of-an-endpoint
  @Property(tries = 20)
  void theEndpointNeverFails(@ForAll("conversations") Conversation conversation) {
    RuleLaws.neverThrows(RossumSimulator.of(endpoint, secret), conversation);
  }

  // end

  // docs: must-reach
  @Property(tries = 20)
  @MustReach({"confirm", "export", "click"})
  void lineTotalsKeepTheLawsToTheEnd(@ForAll("conversations") Conversation conversation) {
    RuleLaws.all(PropertiesGuideTest::lineTotals, conversation);
  }

  // end

  // docs: a-law-of-your-own
  @Property(tries = 20)
  void noRuleAddsRows(@ForAll("invoices") Fixture invoice) {
    RossumSimulator rossum = RossumSimulator.of(endpoint, secret).open(invoice);
    int rows = rossum.rows("line_items").size();

    rossum.initialize();

    assertThat(rossum.rows("line_items")).hasSize(rows);
  }

  @Provide
  Arbitrary<Fixture> invoices() {
    return RossumArbitraries.documents(Fixtures.invoiceSchema());
  }

  // end

  // docs: hostile-requests
  @TestFactory
  Stream<DynamicNode> theEndpointRejectsHostileRequests() {
    return HostileTests.of(HostileRequests.of(endpoint, secret));
  }

  // end

  // docs: hostile-report
  private static HostileReport report(HostileRequests requests) {
    return requests.withDocument(Fixtures.receipt()).withMaxBodyBytes(8 * 1024 * 1024).run();
  }

  // end

  @Test
  void aReportIsMadeWithoutJUnitToo() {
    HookEndpoint receipts =
        HookEndpoint.builder()
            .secret(secret)
            .maxBodyBytes(8 * 1024 * 1024)
            .on(ANNOTATION_CONTENT, ContentRules.of(content -> content.info("Seen.")))
            .build();

    assertThat(report(HostileRequests.of(receipts, secret)).failures()).isEmpty();
  }

  @Test
  void theFailureOnThePageIsAFailureThatHappened() throws IOException {
    assertThat(Guide.text("docs/properties.md")).contains(Files.readString(SAMPLE));
  }
}
