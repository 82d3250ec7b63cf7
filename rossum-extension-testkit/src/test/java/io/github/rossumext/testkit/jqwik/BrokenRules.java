package io.github.rossumext.testkit.jqwik;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.HookEvent;
import io.github.rossumext.rules.ContentEditor;
import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.rules.Row;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.value.Secret;
import java.math.BigDecimal;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Properties that fail, each in a class of its own: what they say is approved. */
final class BrokenRules {
  private BrokenRules() {}

  /** What the classes have in common. */
  abstract static class Conversations {
    @Provide
    Arbitrary<Conversation> conversations() {
      return RossumArbitraries.conversations(Fixtures.invoiceSchema());
    }
  }

  static final class ThrowsForAQuantityOverAHundred extends Conversations {
    @Property(seed = "1", tries = 100)
    void law(@ForAll("conversations") Conversation conversation) {
      RuleLaws.neverThrows(ThrowsForAQuantityOverAHundred::check, conversation);
    }

    private static void check(ContentEditor content) {
      for (Row line : content.table("line_items")) {
        BigDecimal quantity = line.number("item_quantity").orZero();
        if (quantity.compareTo(new BigDecimal(100)) > 0) {
          throw new IllegalStateException("too many");
        }
      }
    }
  }

  static final class ThrowsAtOneEdit extends Conversations {
    @Property(seed = "1", tries = 100)
    void law(@ForAll("conversations") Conversation conversation) {
      ContentRule rule =
          content -> {
            if (content.changed("order_id") && content.field("order_id").isEmpty()) {
              throw new IllegalStateException("no order");
            }
          };
      RuleLaws.neverThrows(rule, conversation);
    }
  }

  static final class CountsUp extends Conversations {
    @Property(seed = "1", tries = 100)
    void law(@ForAll("conversations") Conversation conversation) {
      ContentRule rule =
          content -> {
            if (content.number("amount_total").isSet()) {
              content.field("notes").set(content.field("notes").text() + "!");
            }
          };
      RuleLaws.isIdempotent(rule, conversation);
    }
  }

  static final class TellsOfWhatIsHidden extends Conversations {
    @Property(seed = "1", tries = 100)
    void law(@ForAll("conversations") Conversation conversation) {
      ContentRule rule =
          content -> {
            if (content.clicked("refresh")) {
              content.field("vendor_iban").warning("Not yours.");
            }
          };
      RuleLaws.staysWithinProtocol(rule, conversation);
    }
  }

  static final class FailsAtAnUnreadableDate extends Conversations {
    @Property(seed = "1", tries = 100)
    void law(@ForAll("conversations") Conversation conversation) {
      Secret secret = Secret.of("made-up");
      HookEndpoint endpoint =
          HookEndpoint.builder()
              .secret(secret)
              .on(
                  HookEvent.ANNOTATION_CONTENT,
                  ContentRules.of(
                      content -> {
                        if (!content.field("date_issue").isEmpty()) {
                          content.date("date_issue").value();
                        }
                      }))
              .build();
      RuleLaws.all(RossumSimulator.of(endpoint, secret), conversation);
    }
  }

  static final class OfOneDocument {
    @Provide
    Arbitrary<Fixture> documents() {
      return RossumArbitraries.documents(Fixtures.invoiceSchema());
    }

    @Property(seed = "1", tries = 100)
    void law(@ForAll("documents") Fixture document) {
      if (document.json().contains("GmbH") || document.json().contains("<script>")) {
        throw new AssertionError(document.toString());
      }
    }
  }
}
