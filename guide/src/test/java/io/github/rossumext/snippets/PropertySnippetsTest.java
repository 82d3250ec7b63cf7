package io.github.rossumext.snippets;

import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.rules.ContentEditor;
import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.hostile.HostileRequests;
import io.github.rossumext.testkit.hostile.HostileTests;
import io.github.rossumext.testkit.jqwik.Conversation;
import io.github.rossumext.testkit.jqwik.MustReach;
import io.github.rossumext.testkit.jqwik.RossumArbitraries;
import io.github.rossumext.testkit.jqwik.RuleLaws;
import io.github.rossumext.testkit.junit.FixtureTest;
import io.github.rossumext.testkit.junit.HookUnderTest;
import io.github.rossumext.testkit.junit.RossumTest;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.value.Secret;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The examples in the Javadoc of the testkit that use JUnit's and jqwik's annotations. */
class PropertySnippetsTest {
  private final Secret secret = Secret.of("made-up");
  private final HookEndpoint endpoint =
      HookEndpoint.builder()
          .secret(secret)
          .on(ANNOTATION_CONTENT, ContentRules.of(new MyRule()))
          .build();

  /** Fills an empty remark. */
  private static final class MyRule implements ContentRule {
    @Override
    public void apply(ContentEditor content) {
      content.find("notes").ifPresent(notes -> notes.defaultTo("None."));
    }
  }

  // @start region="arbitraries"
  @Provide
  Arbitrary<Conversation> conversations() {
    return RossumArbitraries.conversations(Fixtures.invoiceSchema());
  }

  // @end

  // @start region="laws"
  @Property(tries = 20)
  void myRuleKeepsTheLaws(@ForAll("conversations") Conversation conversation) {
    RuleLaws.all(new MyRule(), conversation);
  }

  // @end

  // @start region="must-reach"
  @Property(tries = 20)
  @MustReach("export")
  void myRuleKeepsTheLawsUntilTheExport(@ForAll("conversations") Conversation conversation) {
    RuleLaws.all(new MyRule(), conversation);
  }

  // @end

  // @start region="hostile-tests"
  @TestFactory
  Stream<DynamicNode> hostileRequests() {
    return HostileTests.of(HostileRequests.of(endpoint, secret));
  }

  // @end

  // @start region="rossum-test"
  @Nested
  @RossumTest
  class MyRuleTest {
    @HookUnderTest final ContentRule rule = new MyRule();

    @Test
    void anEmptyRemarkIsFilled(RossumSimulator rossum) {
      rossum.edit("order_id", "450018");
      assertThat(rossum.field("notes")).hasText("None.");
    }

    @FixtureTest({"invoice", "receipt"})
    void aDocumentIsConfirmed(RossumSimulator rossum) {
      assertThat(rossum.confirm()).isAccepted();
    }
  }
  // @end
}
