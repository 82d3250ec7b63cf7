package io.github.rossumext.testkit.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.HookEvent;
import io.github.rossumext.payload.AnnotationStatus;
import io.github.rossumext.rules.ContentEditor;
import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.rules.Row;
import io.github.rossumext.signature.RequestSigner;
import io.github.rossumext.signature.SignatureScheme;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.value.Option;
import io.github.rossumext.value.Secret;
import io.github.rossumext.value.ValidationSource;
import java.math.BigDecimal;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class RossumSimulatorTest {
  private static final Secret SECRET = Secret.of("simulated");

  private static RossumSimulator rossum(ContentRule rule) {
    HookEndpoint endpoint =
        HookEndpoint.builder()
            .secret(SECRET)
            .on(HookEvent.ANNOTATION_CONTENT, ContentRules.of(rule))
            .build();
    return RossumSimulator.of(endpoint, SECRET).open(Fixtures.invoice());
  }

  private static void vendor(ContentEditor content) {
    if (content.concerns("vendor_name")) {
      boolean isKnown = content.field("vendor_name").text().startsWith("volv");
      Option option = isKnown ? Option.of("3", "Volvo") : Option.of("", "---");
      content
          .field("vendor")
          .options(option)
          .choose(option)
          .validatedBy(ValidationSource.CONNECTOR);
    }
    if (content.field("vendor").isEmpty()) {
      content.field("vendor_name").error("Vendor <not> found.");
    }
  }

  @Test
  void rulesApplyInTheirOrder() {
    RossumSimulator rossum =
        RossumSimulator.of(
                content -> content.field("notes").set("one"),
                content -> content.field("notes").set(content.field("notes").text() + ", two"))
            .open(Fixtures.invoice());

    rossum.initialize();

    assertThat(rossum.field("notes").text()).isEqualTo("one, two");
    assertThat(rossum.problems()).isEmpty();
  }

  @Test
  void aRuleWhoseWriteRossumWouldLoseFails() {
    RossumSimulator rossum =
        RossumSimulator.of(content -> content.field("vendor").set("outside"))
            .open(Fixtures.invoice());

    rossum.start();

    assertThat(rossum.exchanges().get(0).status()).hasValue(500);
  }

  @Test
  void anySignerSigns() {
    HookEndpoint legacy =
        HookEndpoint.builder()
            .secret(SECRET)
            .acceptLegacySignature()
            .on(HookEvent.ANNOTATION_CONTENT, ContentRules.of())
            .build();
    RequestSigner sha1 = RequestSigner.of(SECRET, SignatureScheme.LEGACY_SHA1);
    RequestSigner wrong = RequestSigner.of(Secret.of("another"), SignatureScheme.LEGACY_SHA1);

    assertThat(statusOf(RossumSimulator.of(legacy, sha1))).hasValue(200);
    assertThat(statusOf(RossumSimulator.of(legacy, wrong))).hasValue(401);
    assertThat(statusOf(rossum(content -> {}))).hasValue(200);
  }

  private static OptionalInt statusOf(RossumSimulator rossum) {
    rossum.open(Fixtures.invoice()).start();
    return rossum.exchanges().get(0).status();
  }

  @Test
  void anEditReachesTheExtensionAndItsResponseTheDocument() {
    RossumSimulator rossum = rossum(RossumSimulatorTest::vendor);
    rossum.initialize();

    rossum.edit("vendor_name", "volv");

    assertThat(rossum.field("vendor").displayedText()).isEqualTo("3");
    assertThat(rossum.field("vendor").options()).containsExactly(Option.of("3", "Volvo"));
    assertThat(rossum.messages()).isEmpty();
    assertThat(rossum.exchanges())
        .extracting(Exchange::eventAndAction)
        .containsExactly(
            "annotation_content.initialize",
            "annotation_content.started",
            "annotation_content.updated");
    assertThat(rossum.problems()).isEmpty();
  }

  @Test
  void anErrorRefusesConfirmingUntilItIsGone() {
    RossumSimulator rossum = rossum(RossumSimulatorTest::vendor);
    rossum.initialize();

    Outcome refused = rossum.confirm();
    assertThat(refused.isAccepted()).isFalse();
    assertThat(refused.refusals())
        .containsExactly("There is an error on 'vendor_name': Vendor <not> found.");
    assertThat(rossum.status()).isEqualTo(AnnotationStatus.REVIEWING);

    rossum.edit("vendor_name", "volv");
    assertThat(rossum.confirm().isAccepted()).isTrue();
    assertThat(rossum.status()).isEqualTo(AnnotationStatus.EXPORTING);
    rossum.export();
    assertThat(rossum.status()).isEqualTo(AnnotationStatus.EXPORTED);
  }

  @Test
  void aClickInARowBelongsToThatRow() {
    RossumSimulator rossum =
        rossum(
            content -> {
              for (Row line : content.table("line_items")) {
                if (line.clicked("item_refresh")) {
                  line.set("item_quantity", new BigDecimal("99"));
                }
              }
            });

    rossum.row("line_items", 1).click("item_refresh");

    assertThat(rossum.row("line_items", 0).field("item_quantity").displayedText()).isEqualTo("40");
    assertThat(rossum.row("line_items", 1).field("item_quantity").displayedText()).isEqualTo("99");
    assertThat(rossum.row("line_items", 1).field("item_quantity").normalizedValue()).contains("99");
  }

  @Test
  void anAppendedRowHasIdsThatTheNextRequestKnows() {
    RossumSimulator rossum =
        rossum(
            content -> {
              if (content.concerns("notes") && content.table("line_items").size() < 5) {
                content.table("line_items").append().set("item_description", "Freight");
              }
            });
    rossum.initialize();

    assertThat(rossum.rows("line_items")).hasSize(5);
    SimulatedRow added = rossum.row("line_items", 4);
    assertThat(added.field("item_description").displayedText()).isEqualTo("Freight");
    assertThat(added.edit("item_quantity", "1").isAccepted()).isTrue();
    assertThat(added.field("item_quantity").normalizedValue()).contains("1");
    assertThat(rossum.problems()).isEmpty();
  }

  @Test
  void anUnknownFieldNamesTheNearest() {
    RossumSimulator rossum = rossum(content -> {});
    assertThatThrownBy(() -> rossum.edit("vendor_nam", "x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Did you mean vendor_name");
  }

  @Test
  void theInvoiceHasNoErrorOfRossumsOwn() {
    HookEndpoint endpoint =
        HookEndpoint.builder()
            .secret(SECRET)
            .on(HookEvent.ANNOTATION_CONTENT, ContentRules.of(content -> {}))
            .build();
    RossumSimulator rossum =
        RossumSimulator.of(endpoint, SECRET).open(Fixtures.invoiceWithSchema());

    assertThat(rossum.initialize().status()).isEqualTo(AnnotationStatus.TO_REVIEW);
    assertThat(rossum.confirm().refusals()).isEmpty();
    assertThat(rossum.messages()).isEmpty();
    assertThat(rossum.problems()).isEmpty();
  }

  @Test
  void anEditOfAnAmountIsShownByTheFormatOfTheInvoice() {
    RossumSimulator rossum = rossum(content -> {}).open(Fixtures.invoiceWithSchema());

    rossum.edit("amount_total_base", "2000.00");

    assertThat(rossum.field("amount_total_base").displayedText()).isEqualTo("2,000.00");
    assertThat(rossum.edit("amount_due", "1").isAccepted()).isFalse();
  }
}
