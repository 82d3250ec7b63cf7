package io.github.rossumext.examples.invoicechecks;

import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.jqwik.Conversation;
import io.github.rossumext.testkit.jqwik.RossumArbitraries;
import io.github.rossumext.testkit.jqwik.RuleLaws;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.value.Tolerance;
import java.sql.SQLException;
import javax.sql.DataSource;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

/**
 * Laws for every document and every conversation: no rule throws, a second validation changes
 * nothing, and Rossum loses nothing of the responses.
 */
class InvoiceChecksProperties {
  private static final DataSource DATABASE = Queue.database();

  @Provide
  Arbitrary<Conversation> conversations() {
    return RossumArbitraries.conversations(Documents.schema());
  }

  @Provide
  Arbitrary<ContentRule> rules() {
    return Arbitraries.of(
        new DocumentTypeRule(),
        new CreditNoteRule(),
        new VendorRule(new Suppliers(DATABASE)),
        new RefreshTermsRule(new Suppliers(DATABASE)),
        new RefreshPriceRule(new PriceList(DATABASE)),
        new DueDateRule(),
        new LineTotalRule(),
        new LineSumRule(),
        new VatTableRule(),
        new TotalRule(),
        new DuplicateRule(new Ledger(DATABASE)));
  }

  @Property(tries = 250)
  void everyRuleKeepsTheLaws(
      @ForAll("rules") ContentRule rule, @ForAll("conversations") Conversation conversation) {
    RuleLaws.all(rule, conversation);
  }

  /**
   * Generated totals do not add up, and nobody knows the generated suppliers. So half of the
   * documents are real ones, the others have a known supplier, and most hooks tolerate any
   * difference. Otherwise hardly any document would be exported.
   */
  @Provide
  Arbitrary<Conversation> ofKnownSuppliers() {
    Arbitrary<Fixture> real = Arbitraries.of(Documents.invoice(), Documents.creditNote());
    Arbitrary<Fixture> generated =
        RossumArbitraries.documents(Documents.schema())
            .map(document -> document.withField("vendor_name", "Volvo"));
    return Arbitraries.oneOf(real, generated).flatMap(RossumArbitraries::conversations);
  }

  @Provide
  Arbitrary<CheckSettings> settings() {
    Tolerance any = Tolerance.absolute("1e30");
    return Arbitraries.frequency(
        Tuple.of(1, CheckSettings.DEFAULTS), Tuple.of(3, new CheckSettings(any, any)));
  }

  @Property(tries = 100)
  void soDoTheRulesTogether(
      @ForAll("ofKnownSuppliers") Conversation conversation,
      @ForAll("settings") CheckSettings settings)
      throws SQLException {
    Queue.clear(DATABASE);
    RossumSimulator rossum =
        RossumSimulator.of(Queue.hook(DATABASE).withRetryCount(0).withSettings(settings));

    RuleLaws.all(rossum, conversation);

    Statistics.label("booked")
        .collect(Queue.bookings(DATABASE) > 0)
        .coverage(coverage -> coverage.check(true).percentage(percentage -> percentage > 20));
  }
}
