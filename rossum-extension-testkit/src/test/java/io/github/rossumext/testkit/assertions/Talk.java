package io.github.rossumext.testkit.assertions;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.HookEvent;
import io.github.rossumext.response.EmailResponse;
import io.github.rossumext.rules.ContentEditor;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.testkit.DocumentBuilder;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.api.RossumApiStub;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.value.Option;
import io.github.rossumext.value.Secret;
import io.github.rossumext.value.ValidationSource;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** A small document and an extension that says something of everything. */
final class Talk {
  static final Secret SECRET = Secret.of("simulated");

  static final Fixture DOCUMENT =
      DocumentBuilder.create()
          .section(
              "header",
              section ->
                  section
                      .field("vendor_name", "Nordlicht")
                      .field("vendor", "")
                      .field("notes", "")
                      .number("amount_total", "1,748.00", "1748.00")
                      .date("date_issue", "11/03/2025", "2025-11-03"))
          .section(
              "items",
              section ->
                  section.table(
                      "line_items",
                      table ->
                          table
                              .row(
                                  row ->
                                      row.field("item_code", "NL-4410")
                                          .number("item_quantity", "40"))
                              .row(row -> row.field("item_code", "").number("item_quantity", "2"))))
          .build()
          .withSecret("erp", "hush-hush");

  private Talk() {}

  private static void response(ContentEditor content) {
    if (content.field("vendor_name").text().equals("volv")) {
      content
          .field("vendor")
          .options(Option.of("3", "Volvo"), Option.of("", "---"))
          .set("3")
          .validatedBy(ValidationSource.CONNECTOR)
          .hidden(true);
      content.field("notes").set("asked with " + content.context().secret("erp").reveal());
    } else {
      content.field("vendor_name").error("Vendor not found.");
      content.automationBlocker("Who is it?");
    }
    content.warning("The total is <high>.");
    content.table("line_items").stream()
        .filter(row -> row.field("item_code").isEmpty())
        .forEach(row -> row.field("item_code").info("No code."));
  }

  static HookEndpoint endpoint() {
    return HookEndpoint.builder()
        .secret(SECRET)
        .on(HookEvent.ANNOTATION_CONTENT, ContentRules.of(Talk::response))
        .on(
            HookEvent.EMAIL_RECEIVED,
            (email, context) ->
                EmailResponse.importOnly(email, file -> file.isPdf())
                    .withValue("email:order_id", "450017")
                    .withOriginalSender("office@nordlicht.example", "Nordlicht"))
        .build();
  }

  static RossumSimulator rossum() {
    return RossumSimulator.of(endpoint(), SECRET).open(DOCUMENT);
  }

  /** Sends a request to an API stub. */
  static void get(RossumApiStub api, String path) {
    HttpRequest request =
        HttpRequest.newBuilder(api.baseUrl().resolve(path))
            .header("Authorization", "Bearer " + api.token().reveal())
            .build();
    HttpClient.newHttpClient().sendAsync(request, BodyHandlers.discarding()).join();
  }
}
