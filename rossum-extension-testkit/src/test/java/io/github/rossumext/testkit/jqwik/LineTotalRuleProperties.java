package io.github.rossumext.testkit.jqwik;

import io.github.rossumext.testkit.Fixtures;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LineTotalRuleProperties {
  @Property(tries = 50)
  void keepsTheLaws(@ForAll("conversations") Conversation conversation) {
    RuleLaws.all(new LineTotalRule(), conversation);
  }

  @Provide
  Arbitrary<Conversation> conversations() {
    return RossumArbitraries.conversations(Fixtures.invoiceSchema());
  }
}
