package io.github.rossumext.testkit.hostile;

import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;
import static io.github.rossumext.HookEvent.EMAIL_RECEIVED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.response.EmailResponse;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.signature.RequestSigner;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.testkit.internal.Json;
import io.github.rossumext.value.Secret;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class HostileRequestsTest {
  private static final Secret SECRET = Secret.of("hostile-secret-71d0");
  private static final String SIGNATURE = Materials.SIGNATURE;

  private static HookEndpoint endpoint(ContentRules rules) {
    return HookEndpoint.builder()
        .secret(SECRET)
        .maxBodyBytes(1024 * 1024)
        .on(ANNOTATION_CONTENT, rules)
        .on(EMAIL_RECEIVED, (email, context) -> EmailResponse.importAll(email))
        .build();
  }

  private static HookEndpoint goodEndpoint() {
    return endpoint(ContentRules.of(content -> content.info("Seen.")));
  }

  @TestFactory
  Stream<DynamicNode> eachCaseOfAGroupIsATest() {
    return HostileTests.of(HostileRequests.of(goodEndpoint(), SECRET))
        .filter(group -> group.getDisplayName().equals("oddity"));
  }

  @Test
  void theReportSaysWhatWasSkipped() {
    HostileReport report = HostileRequests.of(goodEndpoint(), SECRET).run();

    assertThat(report.failures()).isEmpty();
    assertThat(report.isPassed()).isTrue();
    assertThat(report.passed()).hasSizeGreaterThan(100);
    assertThat(report.skipped()).extracting(HostileCase::group).contains("method", "length");
    assertThat(report.toString())
        .startsWith("Hostile requests to an endpoint in this process: ")
        .contains(" 0 failed, ", " skipped, because they need a wire")
        .doesNotContain(SECRET.reveal());
  }

  @Test
  void eachCaseHasANameOfItsOwn() {
    assertThat(HostileRequests.of(goodEndpoint(), SECRET).cases())
        .extracting(HostileCase::toString)
        .doesNotHaveDuplicates();
  }

  @Test
  void aUrlOfAnotherSchemeIsRefused() {
    assertThatThrownBy(() -> HostileRequests.of(URI.create("ftp://x/y"), SECRET))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The URL must have the scheme http or https, but has 'ftp'.");
  }

  @Test
  void onlyADocumentIsTakenToBeGood() {
    HostileRequests requests = HostileRequests.of(goodEndpoint(), SECRET);

    assertThatThrownBy(() -> requests.withDocument(Fixtures.emailReceived()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(requests.withDocument(Fixtures.receipt()).cases()).isNotEmpty();
  }

  /** Extensions with one fault each. */
  @Nested
  class ABadExtensionIsCaught {
    private final EndpointTarget good = new EndpointTarget(goodEndpoint()::handle);
    private final RequestSigner signer = RequestSigner.of(SECRET);

    /** What goes wrong in this group. */
    private List<String> failures(String group, BadTarget bad) {
      List<HostileCase> cases =
          new HostileRequests(bad, SECRET, Fixtures.invoice(), 1024 * 1024)
              .cases().stream().filter(hostile -> hostile.group().equals(group)).toList();
      return HostileReport.of("a bad extension", cases).failures();
    }

    private HostileResponse accept(Attempt request) {
      return good.send(request.without(SIGNATURE).with(SIGNATURE, signer.sign(request.body())));
    }

    private static String signature(Attempt request) {
      return request.headers().stream()
          .filter(header -> header.name().equalsIgnoreCase(SIGNATURE))
          .map(Attempt.Header::value)
          .findFirst()
          .orElse("");
    }

    private static String text(Attempt request) {
      return new String(request.body(), StandardCharsets.UTF_8);
    }

    @Test
    void thatVerifiesNothing() {
      assertThat(failures("signature", this::accept))
          .anyMatch(text -> text.startsWith("signature: missing must get the response 401 or 403"))
          .anyMatch(text -> text.startsWith("signature: of a body with one bit changed"))
          .anyMatch(text -> text.contains("sent: POST [Content-Type]"));
    }

    @Test
    void thatTakesTheBeginningOfASignature() {
      List<String> failures =
          failures(
              "signature",
              request -> {
                String signature = signature(request);
                boolean isBeginning =
                    signature.length() > "sha256=".length()
                        && signer.sign(request.body()).startsWith(signature);
                return isBeginning ? accept(request) : good.send(request);
              });

      assertThat(failures)
          .hasSizeGreaterThanOrEqualTo(4)
          .allMatch(text -> text.startsWith("signature: "))
          .anyMatch(text -> text.startsWith("signature: half as long must"))
          .anyMatch(text -> text.startsWith("signature: one byte long must"));
    }

    @Test
    void thatTakesTheFirstOfTwoSignatures() {
      List<String> failures =
          failures(
              "signature",
              request ->
                  signature(request).equals(signer.sign(request.body()))
                      ? accept(request)
                      : good.send(request));

      assertThat(failures).isNotEmpty().allMatch(text -> text.startsWith("signature: twice"));
    }

    @Test
    void thatReadsBeforeItVerifies() {
      assertThat(
              failures(
                  "signature",
                  request ->
                      Json.find(text(request).getBytes(StandardCharsets.UTF_8)).isObject()
                          ? good.send(request)
                          : new HostileResponse(400, "")))
          .anyMatch(text -> text.startsWith("signature: missing, and so is the body"));
    }

    @Test
    void thatShowsWhatItGot() {
      List<String> failures =
          failures(
              "body",
              request -> {
                HostileResponse response = good.send(request);
                return response.status() == 200
                    ? response
                    : new HostileResponse(response.status(), text(request));
              });

      assertThat(failures)
          .anyMatch(
              text -> text.startsWith("body: half a document must not get a response with the"))
          .noneMatch(text -> text.contains(Materials.TOKEN));
    }

    @Test
    void thatShowsAStackTrace() {
      assertThat(
              failures(
                  "body",
                  request -> {
                    HostileResponse response = good.send(request);
                    return response.status() == 400
                        ? new HostileResponse(
                            400, "java.lang.IllegalStateException: no\n\tat a.b.C.d(C.java:1)")
                        : response;
                  }))
          .anyMatch(
              text -> text.startsWith("body: a list must not get a response with a stack trace"));
    }

    @Test
    void thatDiesOfDepth() {
      boolean[] isDead = new boolean[1];
      List<String> failures =
          failures(
              "bomb",
              request -> {
                isDead[0] |= text(request).startsWith("[[[");
                return isDead[0] ? new HostileResponse(500, "") : good.send(request);
              });

      assertThat(failures.get(0))
          .startsWith(
              "bomb: lists of 100000 levels must get the response a closed connection or 400");
      assertThat(failures).hasSizeGreaterThan(10);
    }

    @Test
    void thatIsNotWhatItWasAfterABomb() {
      boolean[] isHurt = new boolean[1];
      List<String> failures =
          failures(
              "bomb",
              request -> {
                if (isHurt[0]) {
                  isHurt[0] = false;
                  return new HostileResponse(503, "");
                }
                isHurt[0] = text(request).startsWith("[[[");
                return good.send(request);
              });

      assertThat(failures)
          .hasSize(2)
          .allMatch(
              text -> text.contains("must leave the extension able to respond to a good request"));
    }

    @Test
    void thatDropsTheFilesOfEmails() {
      assertThat(
              failures(
                  "event",
                  request ->
                      text(request).contains("email")
                              && Json.find(text(request).getBytes(StandardCharsets.UTF_8))
                                  .path("event")
                                  .asText()
                                  .equals("email")
                          ? new HostileResponse(200, "{}")
                          : good.send(request)))
          .isNotEmpty()
          .allMatch(text -> text.startsWith("event: an e-mail"))
          .anyMatch(text -> text.contains("must get a list of files as its response"));
    }

    @Test
    void thatReadsStrictly() {
      List<String> failures =
          failures(
              "oddity",
              request ->
                  text(request).contains("\"newer\"")
                      ? new HostileResponse(400, "")
                      : good.send(request));

      assertThat(failures)
          .anyMatch(text -> text.startsWith("oddity: keys that are new must get the response 200"));
    }

    @Test
    void thatCannotBeReached() {
      List<String> failures =
          failures(
              "signature",
              request -> {
                throw new IOException("no route");
              });

      assertThat(failures.get(0)).contains("there was no response").endsWith("no route");
    }
  }

  /** What responses instead of an endpoint. */
  interface BadTarget extends Target {
    @Override
    default boolean isWire() {
      return false;
    }
  }
}
