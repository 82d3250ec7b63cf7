package io.github.rossumext.snippets;

import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;
import static io.github.rossumext.value.ValidationSource.CONNECTOR;

import io.github.rossumext.payload.ContentPayload;
import io.github.rossumext.payload.EmailPayload;
import io.github.rossumext.payload.HookAction;
import io.github.rossumext.rules.ContentEditor;
import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.junit.FixtureTest;
import io.github.rossumext.testkit.junit.RossumExtension;
import io.github.rossumext.testkit.rule.RuleScenario;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.value.Option;
import java.util.Locale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The examples in the Javadoc of the testkit. */
class TestkitSnippetsTest {
  /** Chooses Volvo if its name contains the captured one. */
  private static final class VendorRule implements ContentRule {
    private static final Option VOLVO = Option.of("3", "Volvo");

    @Override
    public void apply(ContentEditor content) {
      if (!content.has("vendor_name", "vendor") || !content.concerns("vendor_name")) {
        return;
      }
      String name = content.field("vendor_name").text().toLowerCase(Locale.ROOT);
      if ("volvo".contains(name)) {
        content.field("vendor").options(VOLVO).choose(VOLVO).validatedBy(CONNECTOR);
      } else {
        content.field("vendor_name").error("Vendor not found.");
      }
    }
  }

  // @start region="rule-scenario"
  @Test
  void aPartOfTheNameIsEnough() {
    RuleScenario.given(Fixtures.extractedInvoice().withField("vendor_name", "volv"))
        .when(new VendorRule())
        .then()
        .field("vendor")
        .hasText("3")
        .isValidatedBy(CONNECTOR);
  }

  // @end

  // @start region="simulator"
  @Test
  void aUserCorrectsTheVendor() {
    RossumSimulator rossum = RossumSimulator.of(new VendorRule()).open(Fixtures.invoice());
    rossum.initialize();
    assertThat(rossum.field("vendor_name")).hasError("Vendor not found.");

    rossum.edit("vendor_name", "volv");
    assertThat(rossum.field("vendor")).hasText("3").hasOptions("3");
    rossum.edit("line_items[0].item_quantity", "7");
    assertThat(rossum.confirm()).isAccepted();
    rossum.export();
    assertThat(rossum).hasNoProblems();
  }

  // @end

  // @start region="extension"
  @Nested
  class VendorRuleTest {
    @RegisterExtension final RossumExtension extension = RossumExtension.of(new VendorRule());

    @Test
    void aKnownVendorIsChosen(RossumSimulator rossum) {
      rossum.edit("vendor_name", "volv");
      assertThat(rossum.field("vendor")).hasText("3");
    }

    @FixtureTest({"receipt", "purchase-order"})
    void aQueueWithoutVendorsHasNoErrors(RossumSimulator rossum) {
      rossum.initialize();
      assertThat(rossum).hasNoErrors();
    }
  }

  // @end

  // @start region="fixtures"
  @Test
  void aFixtureIsARequestOfOneEvent() {
    EmailPayload email = Fixtures.emailReceived().payload(EmailPayload.class);
    assertThat(email.files()).hasSize(3);

    Fixture edited = Fixtures.invoice().withEdited("vendor_name");
    assertThat(edited.payload(ContentPayload.class).action()).isEqualTo(HookAction.UPDATED);
  }

  // @end

  // @start region="fixture"
  private static final Fixture EDITED =
      Fixtures.invoice()
          .withField("order_id", "12")
          .withField("line_items[0].item_quantity", "41")
          .withSettings(
              """
              {"tolerance": "0.05"}\
              """)
          .withEdited("order_id");

  // @end

  @Test
  void aFixtureIsChangedByPaths() {
    assertThat(RossumSimulator.of(new VendorRule()).open(EDITED).field("order_id")).hasText("12");
  }
}
