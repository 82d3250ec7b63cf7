package io.github.rossumext.examples.ordermatching;

import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.spring.OnlyAt;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.jqwik.Conversation;
import io.github.rossumext.testkit.jqwik.RossumArbitraries;
import io.github.rossumext.testkit.jqwik.RuleLaws;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Laws for every document and every conversation: no rule throws, a second validation changes
 * nothing, and Rossum loses nothing of the responses.
 */
class OrderMatchingProperties {
  private static final ConfigurableApplicationContext APPLICATION =
      new SpringApplicationBuilder(OrderMatching.class)
          .web(WebApplicationType.NONE)
          .properties("spring.main.banner-mode=off", "rossum.warm-up=false")
          .run("--rossum.secret=a-secret-for-the-tests");

  @AfterContainer
  static void close() {
    APPLICATION.close();
  }

  /** The rules while a user works, in their order. */
  private static List<ContentRule> all() {
    return APPLICATION
        .getBeanProvider(ContentRule.class)
        .orderedStream()
        .filter(rule -> !rule.getClass().isAnnotationPresent(OnlyAt.class))
        .toList();
  }

  @Provide
  Arbitrary<ContentRule> rules() {
    return Arbitraries.of(all());
  }

  /** Nobody knows the generated orders. So half of the documents have lines of a known order. */
  @Provide
  Arbitrary<Conversation> conversations() {
    Arbitrary<Fixture> generated = RossumArbitraries.documents(Documents.schema());
    Arbitrary<Fixture> known = Arbitraries.of(Documents.invoice());
    return Arbitraries.oneOf(known, generated).flatMap(RossumArbitraries::conversations);
  }

  @Property(tries = 100)
  void everyRuleKeepsTheLaws(
      @ForAll("rules") ContentRule rule, @ForAll("conversations") Conversation conversation) {
    RuleLaws.all(rule, conversation);
  }

  @Property(tries = 40)
  void soDoTheRulesTogether(@ForAll("conversations") Conversation conversation) {
    RuleLaws.all(RossumSimulator.of(all().toArray(ContentRule[]::new)), conversation);
  }
}
