package io.github.rossumext.testkit.jqwik;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.HookEvent;
import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.value.Secret;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Two ways through the same conversation end in the same document. */
class TwoWaysProperties {
  private static final Secret SECRET = Secret.of("two ways");
  private static final ContentRule TOTALS = new LineTotalRule();
  private static final ContentRule NOTES =
      content ->
          content
              .field("notes")
              .set(content.table("line_items").numbers("item_total_base").sum().toPlainString());

  private static HookEndpoint endpoint(ContentRule... rules) {
    return HookEndpoint.builder()
        .secret(SECRET)
        .on(HookEvent.ANNOTATION_CONTENT, ContentRules.of(rules))
        .build();
  }

  private static List<String> held(RossumSimulator rossum, Conversation conversation) {
    conversation.in(rossum);
    return rossum.fields().stream()
        .map(field -> field.schemaId() + "=" + field.displayedText() + field.validationSources())
        .toList();
  }

  @Provide
  Arbitrary<Conversation> conversations() {
    return RossumArbitraries.conversations(Fixtures.invoiceSchema());
  }

  @Property(tries = 25)
  void twoRulesAreInOneExtensionOrInTwoOfAChain(
      @ForAll("conversations") Conversation conversation) {
    RossumSimulator one = RossumSimulator.of(endpoint(TOTALS, NOTES), SECRET);
    RossumSimulator chain =
        RossumSimulator.of(endpoint(TOTALS), SECRET).then(endpoint(NOTES), SECRET);

    assertThat(held(chain, conversation)).isEqualTo(held(one, conversation));
    assertThat(chain.messages()).containsExactlyInAnyOrderElementsOf(one.messages());
    assertThat(chain.status()).isEqualTo(one.status());
  }

  @Property(tries = 15)
  void aDocumentThatIsOpenedAnewIsAsItWas(@ForAll("conversations") Conversation conversation) {
    RossumSimulator rossum = RossumSimulator.of(endpoint(TOTALS, NOTES), SECRET);

    assertThat(held(rossum, conversation)).isEqualTo(held(rossum, conversation));
  }
}
