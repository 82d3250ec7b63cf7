package io.github.rossumext.examples.invoicechecks;

import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.testkit.jqwik.Conversation;
import io.github.rossumext.testkit.jqwik.RossumArbitraries;
import io.github.rossumext.testkit.jqwik.RuleLaws;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import javax.sql.DataSource;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

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

  @Property(tries = 100)
  void soDoTheRulesTogether(@ForAll("conversations") Conversation conversation) {
    RuleLaws.all(RossumSimulator.of(Queue.hook(DATABASE).withRetryCount(0)), conversation);
  }
}
