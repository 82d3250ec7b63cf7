package io.github.rossumext.snippets;

import static io.github.rossumext.FailurePolicy.FAIL_OPEN;
import static io.github.rossumext.FailurePolicy.NO_RETRY;
import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;
import static io.github.rossumext.HookEvent.ANNOTATION_STATUS;
import static io.github.rossumext.HookEvent.EMAIL_RECEIVED;
import static io.github.rossumext.payload.AnnotationStatus.EXPORTED;
import static io.github.rossumext.payload.HookAction.EXPORT;
import static io.github.rossumext.payload.HookAction.INITIALIZE;
import static io.github.rossumext.payload.HookAction.STARTED;
import static io.github.rossumext.payload.HookAction.UPDATED;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.HookContext;
import io.github.rossumext.HookEndpoint;
import io.github.rossumext.HookHandler;
import io.github.rossumext.payload.EmailFile;
import io.github.rossumext.payload.EmailPayload;
import io.github.rossumext.response.EmailResponse;
import io.github.rossumext.rules.ContentEditor;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.servlet.RossumHookServlet;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.SignedRequest;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.value.Secret;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.Test;

/** The examples in the Javadoc of endpoint, events, handlers and servlet. */
class EndpointSnippetsTest {
  private static final Secret SECRET = Secret.of("made-up");

  // @start region="endpoint"
  static HookEndpoint endpoint(Secret secret) { // such as Secret.fromEnv("ROSSUM_HOOK_SECRET")
    return HookEndpoint.builder()
        .secret(secret)
        .on(ANNOTATION_CONTENT, ContentRules.of(EndpointSnippetsTest::checkOrderId))
        .on(EMAIL_RECEIVED, new InboxFilter())
        .onFailure(EMAIL_RECEIVED, FAIL_OPEN)
        .build();
  }

  // @end

  private static void checkOrderId(ContentEditor content) {
    if (!content.field("order_id").text().matches("\\d{6}")) {
      content.field("order_id").warning("The order number must have six digits.");
    }
  }

  @Test
  void anEndpointHandlesSeveralEvents() {
    RossumSimulator rossum = RossumSimulator.of(endpoint(SECRET), SECRET);

    rossum.open(Fixtures.invoice().withField("order_id", "12")).initialize();

    assertThat(rossum.field("order_id")).hasWarning("The order number must have six digits.");
    assertThat(rossum.receive(Fixtures.emailReceived())).hasNoProblems();
  }

  private final List<String> archive = new ArrayList<>();

  // @start region="event"
  HookEndpoint.Builder events(HookEndpoint.Builder endpoint) {
    return endpoint
        .on(
            ANNOTATION_CONTENT.only(INITIALIZE, STARTED, UPDATED),
            ContentRules.of(EndpointSnippetsTest::checkOrderId))
        .on(ANNOTATION_CONTENT.only(EXPORT), ContentRules.of(this::book))
        .onFailure(ANNOTATION_CONTENT.only(EXPORT), NO_RETRY) // a failure is not repeated
        .listen(
            ANNOTATION_STATUS,
            (change, context) -> {
              if (change.annotation().status().filter(EXPORTED::equals).isPresent()) {
                archive.add(change.annotation().url().orElseThrow().toString());
              }
            });
  }

  // @end

  private void book(ContentEditor content) {
    content.field("notes").set("Booked.");
  }

  @Test
  void anEventIsNarrowedToActions() {
    HookEndpoint endpoint = events(HookEndpoint.builder().secret(SECRET)).build();
    Fixture invoice = Fixtures.invoice().withField("order_id", "12");

    assertThat(body(endpoint, invoice)).contains("six digits").doesNotContain("Booked.");
    assertThat(body(endpoint, invoice.with(EXPORT)))
        .contains("Booked.")
        .doesNotContain("six digits");
    assertThat(body(endpoint, Fixtures.statusChanged().withStatus(EXPORTED))).isEqualTo("{}");
    assertThat(archive).hasSize(1);
  }

  private static String body(HookEndpoint endpoint, Fixture request) {
    return new String(
        endpoint.handle(SignedRequest.of(request, SECRET).toEndpointRequest()).body(),
        StandardCharsets.UTF_8);
  }

  // @start region="handler"
  /** Imports only PDFs, and passes on the order number that the subject names. */
  static final class InboxFilter implements HookHandler<EmailPayload, EmailResponse> {
    private static final Pattern ORDER = Pattern.compile("Bestellung (\\d{6})");

    @Override
    public EmailResponse handle(EmailPayload email, HookContext context) {
      EmailResponse pdfs = EmailResponse.importOnly(email, EmailFile::isPdf);
      Matcher order = ORDER.matcher(email.headers().subject());
      return order.find() ? pdfs.withValue("email:order_id", order.group(1)) : pdfs;
    }
  }

  // @end

  @Test
  void anEmailIsFiltered() {
    EmailPayload email = Fixtures.emailReceived().payload(EmailPayload.class);

    assertThat(new InboxFilter().handle(email, HookContext.of(email)))
        .imports("1")
        .hasValue("1", "email:order_id", "450017");
  }

  // @start region="email-response"
  static EmailResponse importInvoices(EmailPayload email, HookContext context) {
    EmailResponse response = EmailResponse.importOnly(email, EmailFile::isPdf);
    for (EmailFile file : email.files()) {
      if (file.isPdf() && file.filename().isPresent()) {
        response = response.withValue(file, "email:file_name", file.filename().get());
      }
    }
    return response.withValue("email:subject", email.headers().subject());
  }

  // @end

  @Test
  void theFilesOfAnEmailGetValues() {
    EmailPayload email = Fixtures.emailReceived().payload(EmailPayload.class);

    assertThat(importInvoices(email, HookContext.of(email)))
        .imports("1")
        .hasValue("1", "email:file_name", "Rechnung NL-2025-0917.pdf")
        .hasValue("1", "email:subject", "Rechnung NL-2025/0917, Bestellung 450017");
  }

  @Test
  void servesFromAContainer() throws Exception {
    HookEndpoint endpoint = endpoint(SECRET);
    Server server = new Server(0);
    ServletContextHandler context = new ServletContextHandler();
    // @start region="servlet"
    context.addServlet(new ServletHolder(new RossumHookServlet(endpoint)), "/rossum");
    // @end
    server.setHandler(context);
    server.start();
    try {
      int port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
      HttpResponse<String> response =
          HttpClient.newHttpClient()
              .send(
                  SignedRequest.of(Fixtures.invoice(), SECRET)
                      .toHttpRequest(URI.create("http://localhost:" + port + "/rossum")),
                  BodyHandlers.ofString());
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.body()).isEqualTo("{}");
    } finally {
      server.stop();
    }
  }
}
