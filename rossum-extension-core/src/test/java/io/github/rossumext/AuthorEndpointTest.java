package io.github.rossumext;

import static io.github.rossumext.FailurePolicy.FAIL_OPEN;
import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;
import static io.github.rossumext.HookEvent.EMAIL_RECEIVED;
import static io.github.rossumext.HookEvent.INVOCATION_MANUAL;
import static io.github.rossumext.HookEvent.INVOCATION_SCHEDULED;
import static io.github.rossumext.Wire.json;
import static io.github.rossumext.payload.HookAction.INITIALIZE;
import static io.github.rossumext.payload.HookAction.STARTED;
import static io.github.rossumext.payload.HookAction.UPDATED;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.payload.EmailFile;
import io.github.rossumext.payload.EmailPayload;
import io.github.rossumext.response.EmailResponse;
import io.github.rossumext.response.JsonResponse;
import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.value.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The programs that authors should be able to write around their rules, none of them longer than
 * its sketch. The rules are in {@code AuthorProgramsTest}; the one that a servlet container takes
 * is tested with the servlet.
 */
class AuthorEndpointTest {
  /** Imports only PDFs and passes the order number of the subject on. */
  static final class InboxFilter implements HookHandler<EmailPayload, EmailResponse> {
    private static final Pattern ORDER = Pattern.compile("order (\\d+)");

    @Override
    public EmailResponse handle(EmailPayload email, HookContext context) {
      EmailResponse pdfs = EmailResponse.importOnly(email, EmailFile::isPdf);
      Matcher order = ORDER.matcher(email.headers().subject());
      return order.find() ? pdfs.withValue("email:order_id", order.group(1)) : pdfs;
    }
  }

  private record Lookup(String vendor) {}

  private final List<Secret> imports = new ArrayList<>();

  private static Map<String, String> look(Lookup lookup) {
    return Map.of("found", lookup.vendor() + " Ltd");
  }

  private void importMasterData(Secret password) {
    imports.add(password);
  }

  private final ContentRule vendors = content -> content.field("note").info("vendors");
  private final ContentRule lines = content -> content.field("note").info("lines");
  private final ContentRule codes =
      content -> {
        content.field("note").info("codes");
        throw new IllegalStateException("the codes are gone");
      };

  private final HookEndpoint endpoint =
      HookEndpoint.builder()
          .secret(Requests.SECRET)
          .on(
              ANNOTATION_CONTENT.only(INITIALIZE, STARTED, UPDATED),
              ContentRules.of(vendors, lines).and(codes, FAIL_OPEN))
          .on(EMAIL_RECEIVED, new InboxFilter())
          .on(
              INVOCATION_MANUAL,
              (payload, context) -> JsonResponse.of(look(payload.arguments(Lookup.class))))
          .listen(
              INVOCATION_SCHEDULED,
              (payload, context) -> importMasterData(context.secret("erp_password")))
          .build();

  private String response(String request) {
    return json(endpoint.handle(Requests.signed(request)));
  }

  private static String email(String subject) {
    return "{'event':'email','action':'received','headers':{'subject':'"
        + subject
        + "'},'files':[{'id':'1','filename':'a.pdf','mime_type':'application/pdf'},"
        + "{'id':'2','filename':'logo.png','mime_type':'image/png'}]}";
  }

  @Test
  void onlyPdfsAreImportedWithTheOrderNumberOfTheSubject() {
    assertThat(response(email("Invoice for order 4711")))
        .isEqualTo("{'files':[{'id':'1','values':[{'id':'email:order_id','value':'4711'}]}]}");
    assertThat(response(email("Invoice"))).isEqualTo("{'files':[{'id':'1','values':[]}]}");
  }

  @Test
  void rulesRespondToTheirActionsAndOneOfThemMayFail() {
    String response =
        "{'messages':[{'type':'info','content':'vendors','id':5483409760},"
            + "{'type':'info','content':'lines','id':5483409760}]}";

    assertThat(json(endpoint.handle(Requests.Kind.INITIALIZE.request()))).isEqualTo(response);
    assertThat(json(endpoint.handle(Requests.Kind.UPDATED.request()))).isEqualTo(response);
    assertThat(json(endpoint.handle(Requests.Kind.EXPORT.request()))).isEqualTo("{}");
  }

  @Test
  void theCallerOfAnInvocationGetsTheResponse() {
    assertThat(json(endpoint.handle(Requests.Kind.MANUAL.request())))
        .isEqualTo("{'found':'Roboyo Ltd'}");
  }

  @Test
  void aScheduleRunsWithASecretOfTheHook() {
    assertThat(
            response(
                "{'event':'invocation','action':'scheduled',"
                    + "'secrets':{'erp_password':'swordfish'}}"))
        .isEqualTo("{}");

    assertThat(imports).extracting(Secret::reveal).containsExactly("swordfish");
  }
}
