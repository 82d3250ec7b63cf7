package io.github.rossumext.guide;

import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.HookContext;
import io.github.rossumext.exchange.EndpointResponse;
import io.github.rossumext.payload.HookPayload;
import io.github.rossumext.rules.ContentEditor;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.Secret;
import io.github.rossumext.value.Tolerance;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The code of docs/settings.md. */
class SettingsGuideTest {
  private static final Fixture INVOICE = Fixtures.invoice();

  // docs: settings-over-defaults
  record ApSettings(Tolerance tolerance, BigDecimal autoLimit, List<String> companyCodes) {
    static final ApSettings DEFAULTS =
        new ApSettings(Tolerance.absolute("0.01"), new BigDecimal("500"), List.of());
  }

  static void checkTotal(ContentEditor content) {
    ApSettings settings = content.settings(ApSettings.DEFAULTS);
    BigDecimal base = content.number("amount_total_base").orZero();
    BigDecimal tax = content.number("amount_total_tax").orZero();
    if (!content.number("amount_total").isCloseTo(base.add(tax), settings.tolerance())) {
      content.number("amount_total").error("Net and tax do not add up to the total.");
    }
  }

  // end

  @Test
  void theSettingsAreLaidOverTheDefaults() {
    HookContext context = context(Guide.json("settings"));

    assertThat(context.settings(ApSettings.DEFAULTS))
        .isEqualTo(
            new ApSettings(Tolerance.percent("2"), new BigDecimal("500"), List.of("DE01", "AT01")));
    assertThat(context("{}").settings(ApSettings.DEFAULTS)).isEqualTo(ApSettings.DEFAULTS);
    assertThat(
            Responses.of(
                INVOICE,
                content -> content.number("amount_total").set(new BigDecimal("1750.00")),
                SettingsGuideTest::checkTotal))
        .contains("Net and tax do not add up to the total.");
  }

  // docs: strict-settings
  record Booking(String companyCode, Optional<String> costCenter) {}

  static void book(ContentEditor content) {
    Booking booking = content.context().settings(Booking.class);
    content.field("notes").set(booking.companyCode() + booking.costCenter().orElse(""));
  }

  // end

  @Test
  void strictSettingsMustBeThereUnlessOptional() {
    assertThat(Responses.of(INVOICE, SettingsGuideTest::book)).contains("\"value\":\"DE01\"");
    assertThat(context("{\"company_code\":\"DE01\",\"cost_center\":\"7\"}").settings(Booking.class))
        .isEqualTo(new Booking("DE01", Optional.of("7")));
  }

  @Test
  void settingsThatDoNotFitAreReportedByTheirPath() {
    record Strict(int companyCode) {}
    EndpointResponse response =
        Responses.send(
            INVOICE,
            Responses.endpoint()
                .on(
                    ANNOTATION_CONTENT,
                    ContentRules.of(content -> content.context().settings(Strict.class))));

    assertThat(response.status()).isEqualTo(422);
    assertThat(Responses.text(response)).isEqualTo(Guide.json("settings-that-do-not-fit"));
  }

  // docs: secrets
  record ErpLogin(String erpUser, Secret erpPassword) {}

  static String login(HookContext context) {
    ErpLogin login = context.secrets(ErpLogin.class); // all of them
    Secret password = context.secret("erp_password"); // or one
    return login.erpUser() + ":" + password.reveal();
  }

  // end

  @Test
  void secretsAreRevealedOnDemandOnly() {
    HookContext context = HookContext.of(INVOICE.payload());

    assertThat(login(context)).isEqualTo("svc-invoices:fixture-password-Zx81");
    assertThat(context.secrets(ErpLogin.class).toString()).doesNotContain("Zx81");
  }

  private static HookContext context(String settings) {
    return HookContext.of(
        HookPayload.of(
            RawJson.of(
                    "{\"event\":\"invocation\",\"action\":\"scheduled\",\"settings\":"
                        + settings
                        + "}")
                .text()
                .getBytes(java.nio.charset.StandardCharsets.UTF_8)));
  }
}
