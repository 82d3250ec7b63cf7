package io.github.rossumext.guide;

import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;
import static io.github.rossumext.value.ValidationSource.CONNECTOR;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.rossumext.rules.ContentEditor;
import io.github.rossumext.rules.DateField;
import io.github.rossumext.rules.NumberField;
import io.github.rossumext.testkit.DocumentBuilder;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.jqwik.Conversation;
import io.github.rossumext.testkit.jqwik.RossumArbitraries;
import io.github.rossumext.testkit.jqwik.RuleLaws;
import io.github.rossumext.testkit.rule.RuleScenario;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The code of docs/first-test.md. */
class FirstTestGuideTest {
  // docs: the-rule-to-test
  /** Works out an empty due date from the date of issue and the terms, a number of days. */
  static void fillDueDate(ContentEditor content) {
    DateField issued = content.date("date_issue");
    NumberField terms = content.number("terms");
    DateField due = content.date("date_due");
    if (issued.isSet() && terms.isSet() && due.isEmpty()) {
      due.set(issued.value().plusDays(terms.value().longValue())).validatedBy(CONNECTOR);
    }
  }

  // end

  // docs: a-rule-and-a-fixture
  @Test
  void anEmptyDueDateIsFilledFromTheTerms() {
    RuleScenario.given(Fixtures.invoiceWithSchema())
        .when(FirstTestGuideTest::fillDueDate)
        .then()
        .field("date_due")
        .hasText("2025-12-03")
        .hasDisplayedText("12/03/2025");
  }

  // end

  // docs: the-edges
  @ParameterizedTest
  @CsvSource({"30, 2025-12-03", "0, 2025-11-03", "'', ''", "net 30, ''"})
  void termsAreANumberOfDays(String terms, String due) {
    RuleScenario.given(Fixtures.invoiceWithSchema().withField("terms", terms))
        .when(FirstTestGuideTest::fillDueDate)
        .then()
        .field("date_due")
        .hasText(due);
  }

  // end

  // docs: a-conversation
  @Test
  void whatAUserEnteredStays() {
    RossumSimulator rossum = RossumSimulator.of(FirstTestGuideTest::fillDueDate);
    rossum.open(Fixtures.invoiceWithSchema());
    rossum.initialize();

    rossum.edit("date_due", "12/24/2025");
    rossum.edit("terms", "14");

    assertThat(rossum.field("date_due")).hasDisplayedText("12/24/2025").hasNoMessages();
    assertThat(rossum.confirm()).isAccepted();
    assertThat(rossum).hasNoProblems();
  }

  // end

  // docs: your-own-document
  private static Fixture january(Path schema) throws Exception {
    return DocumentBuilder.of(schema).set("date_issue", "2026-01-31").set("terms", "30").build();
  }

  // end

  @Test
  void aDocumentOfAnotherSchemaIsFilledToo(@TempDir Path folder) throws Exception {
    Path schema =
        Files.writeString(folder.resolve("schema.json"), Fixtures.invoiceSchema().raw().text());

    RuleScenario.given(january(schema))
        .when(FirstTestGuideTest::fillDueDate)
        .then()
        .field("date_due")
        .hasText("2026-03-02");
  }

  // docs: conversations-of-a-schema
  @Provide
  Arbitrary<Conversation> conversations() {
    return RossumArbitraries.conversations(Fixtures.invoiceSchema());
  }

  // end

  // docs: the-smallest-document
  private static final Fixture AT_THE_END_OF_TIME =
      DocumentBuilder.of(Fixtures.invoiceSchema())
          .set("date_issue", "9999-10-17")
          .set("terms", "76")
          .build();

  // end

  @Test
  void theFirstRuleFailsAsThePageSays() {
    RossumSimulator rossum =
        RossumSimulator.of(FirstTestGuideTest::fillDueDate).open(AT_THE_END_OF_TIME);

    rossum.initialize();

    assertThat(rossum).lastExchange().hasStatus(500);
  }

  @Provide
  Arbitrary<Conversation> aboutTheSmallestDocument() {
    return RossumArbitraries.conversations(AT_THE_END_OF_TIME);
  }

  @Property(tries = 1)
  void theFailureIsTheOneThatThePageShows(
      @ForAll("aboutTheSmallestDocument") Conversation conversation) {
    Throwable failure =
        catchThrowable(() -> RuleLaws.all(FirstTestGuideTest::fillDueDate, conversation));

    assertThat(failure).isInstanceOf(AssertionError.class);
    String cause = failure.getMessage().lines().findFirst().orElseThrow();
    assertThat(Guide.text("docs/first-test.md")).contains("```text\n" + cause + "\n");
  }

  // docs: the-fixed-rule
  static void fillDueDateOfACalendar(ContentEditor content) {
    DateField issued = content.date("date_issue");
    String terms = content.field("terms").text();
    DateField due = content.date("date_due");
    if (issued.isSet() && terms.matches("\\d{1,3}") && due.isEmpty()) {
      LocalDate day = issued.value().plusDays(Long.parseLong(terms));
      if (day.getYear() <= 9999) { // the last year of Rossum's dates
        due.set(day).validatedBy(CONNECTOR);
      }
    }
  }

  // end

  // docs: a-property
  @Property(tries = 100)
  void theRuleKeepsTheLaws(@ForAll("conversations") Conversation conversation) {
    RuleLaws.all(FirstTestGuideTest::fillDueDateOfACalendar, conversation);
  }

  @Test
  void aDueDateBeyondTheCalendarIsLeftEmpty() {
    RuleScenario.given(AT_THE_END_OF_TIME)
        .when(FirstTestGuideTest::fillDueDateOfACalendar)
        .then()
        .field("date_due")
        .isEmpty();
  }
  // end
}
