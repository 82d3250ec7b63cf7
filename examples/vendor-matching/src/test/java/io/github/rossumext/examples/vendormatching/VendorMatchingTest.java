package io.github.rossumext.examples.vendormatching;

import static io.github.rossumext.examples.vendormatching.Documents.invoice;
import static io.github.rossumext.examples.vendormatching.Queue.said;
import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.rossumext.response.JsonResponse;
import io.github.rossumext.signature.RequestSigner;
import io.github.rossumext.signature.SignatureScheme;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.SignedRequest;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.value.Headers;
import io.github.rossumext.value.RawJson;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The extension from end to end, over HTTP. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VendorMatchingTest {
  private static final byte[] REQUEST =
      """
      {"action":"initialize","event":"annotation_content","updated_datapoints":[],\
      "annotation":{"content":[{"id":"190000","schema_id":"vendor_section","children":[\
      {"id":"190001","schema_id":"invoice_id","content":{"value":"INV-77"}},\
      {"id":"190002","schema_id":"order_id","content":{"value":"12"}},\
      {"id":"190003","schema_id":"vendor_name","content":{"value":"robo"}},\
      {"id":"190004","schema_id":"vendor","content":{"value":""}}]}]}}\
      """
          .getBytes(StandardCharsets.UTF_8);

  private static final String RESPONSE =
      """
      {"messages":[{"type":"warning","content":"Invalid order_id format.","id":190002}],\
      "operations":[\
      {"op":"replace","id":190001,"value":{"content":{"value":"77"},\
      "validation_sources":["connector"]}},\
      {"op":"replace","id":190004,"value":{"content":{"value":"1"},\
      "options":[{"value":"1","label":"Roboyo"}],"validation_sources":["connector"]}}]}\
      """;

  private static final String SIGNATURE = SignatureScheme.SHA256.header();

  private final Service service = new Service();

  VendorMatchingTest() throws Exception {}

  @AfterAll
  void stop() throws Exception {
    service.stop();
  }

  @Nested
  class Responses {
    @ParameterizedTest
    @EnumSource(SignatureScheme.class)
    void allRulesRespondToASignedRequest(SignatureScheme scheme) throws Exception {
      HttpResponse<String> response =
          service.response(SignedRequest.of(REQUEST, RequestSigner.of(Queue.SECRET, scheme)));

      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
      assertThat(response.body()).isEqualTo(RESPONSE);
    }

    @Test
    void itFollowsADocumentUntilItIsConfirmed() {
      RossumSimulator rossum =
          RossumSimulator.of(service.url(), Queue.SECRET)
              .open(
                  invoice()
                      .withField("invoice_id", "INV-77")
                      .withField("order_id", "12")
                      .withField("vendor_name", "xyz"));

      rossum.initialize();
      assertThat(rossum.field("invoice_id")).hasText("77");
      assertThat(rossum.field("vendor")).hasText("---");
      assertThat(said(rossum))
          .containsExactly(
              "warning on order_id: Invalid order_id format.",
              "error on vendor_name: Vendor not found.");

      rossum.edit("vendor_name", "robo");
      assertThat(rossum.field("vendor")).hasText("1");
      assertThat(said(rossum)).containsExactly("warning on order_id: Invalid order_id format.");

      assertThat(rossum.confirm()).isAccepted();
      assertThat(rossum).hasNoProblems();
    }

    @ParameterizedTest
    @MethodSource("io.github.rossumext.testkit.Fixtures#all")
    void everyRequestGetsAResponseWhateverTheOrderOfItsKeys(Fixture fixture) throws Exception {
      byte[] reversed = reversed(RawJson.of(fixture.json())).getBytes(StandardCharsets.UTF_8);

      HttpResponse<String> response = service.response(SignedRequest.of(fixture, Queue.SECRET));

      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(service.response(SignedRequest.of(reversed, Queue.SECRET)).body())
          .isEqualTo(response.body());
    }

    /** Returns the same JSON with the keys of every object in the opposite order. */
    private String reversed(RawJson json) {
      if (json.isList()) {
        return json.elements().stream()
            .map(this::reversed)
            .collect(Collectors.joining(",", "[", "]"));
      }
      if (!json.isObject()) {
        return json.text();
      }
      List<String> members = new ArrayList<>();
      for (String key : json.keys()) {
        String value = reversed(json.find(key).orElseThrow());
        members.add(0, JsonResponse.of(key).json().text() + ":" + value);
      }
      return "{" + String.join(",", members) + "}";
    }
  }

  @Test
  void theRootLeadsToTheStatusPage() throws Exception {
    HttpClient browser =
        HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();

    HttpResponse<String> page =
        browser.send(
            HttpRequest.newBuilder(service.url().resolve("/")).build(), BodyHandlers.ofString());

    assertThat(page.uri()).isEqualTo(service.url());
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("The Rossum extension is up.");
  }

  @Test
  void theRootIsNotForRequestsOfRossum() throws Exception {
    SignedRequest request = SignedRequest.of(REQUEST, Queue.SECRET);

    assertThat(Service.response(request.toHttpRequest(service.url().resolve("/"))).statusCode())
        .isEqualTo(404);
  }

  @Nested
  class Rejections {
    private final String right = RequestSigner.of(Queue.SECRET).sign(REQUEST);
    private final String wrong = RequestSigner.of(Queue.SECRET).sign(new byte[] {'{', '}'});

    private void assertUnauthorized(Headers headers) throws Exception {
      HttpResponse<String> response = service.response(REQUEST, headers);

      assertThat(response.statusCode()).isEqualTo(401);
      assertThat(response.body())
          .isEqualTo(
              """
              {"messages":[{"type":"error",\
              "content":"The signature of the request was not accepted."}]}\
              """);
    }

    @Test
    void aMissingSignature() throws Exception {
      assertUnauthorized(Headers.empty());
    }

    @Test
    void aSignatureOfAnotherBody() throws Exception {
      assertUnauthorized(Headers.of(SIGNATURE, wrong));
    }

    @Test
    void aTruncatedSignature() throws Exception {
      assertUnauthorized(Headers.of(SIGNATURE, right.substring(0, right.length() - 2)));
    }

    @Test
    void anUpperCasePrefix() throws Exception {
      assertUnauthorized(Headers.of(SIGNATURE, right.replace("sha256", "SHA256")));
    }

    @Test
    void aLegacySignatureNextToAWrongOne() throws Exception {
      RequestSigner legacy = RequestSigner.of(Queue.SECRET, SignatureScheme.LEGACY_SHA1);

      assertUnauthorized(legacy.headers(REQUEST).with(SIGNATURE, wrong));
    }

    @Test
    void aBodyThatIsTooLarge() throws Exception {
      HttpResponse<String> response =
          service.response(SignedRequest.of(new byte[33 * 1024 * 1024], Queue.SECRET));

      assertThat(response.statusCode()).isEqualTo(413);
      assertThat(response.body()).startsWith("{\"messages\":[{\"type\":\"error\"");
    }

    @Test
    void aBodyThatIsNotJson() throws Exception {
      HttpResponse<String> response =
          service.response(SignedRequest.of(new byte[] {'{'}, Queue.SECRET));

      assertThat(response.statusCode()).isEqualTo(400);
      assertThat(response.body()).startsWith("{\"messages\":[{\"type\":\"error\"");
    }
  }

  @Nested
  class Configuration {
    @ParameterizedTest
    @ValueSource(strings = {"http", "-1", "65536", "99999999999", " 80", ""})
    void anInvalidPortIsQuoted(String port) {
      assertThatIllegalStateException()
          .isThrownBy(() -> VendorMatching.port("PORT", port))
          .withMessageContaining("PORT is '" + port + "'");
    }
  }

  @Nested
  class Pages {
    @Test
    void aBrowserFindsAPageThatSaysWhatIsHandled() throws Exception {
      HttpResponse<String> response = Service.get(service.url());

      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
      assertThat(response.body()).contains("is up", "annotation_content.initialize");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/more", "/../more", "/../vendor_matching.html"})
    void nothingElseIsFoundAndNothingIsToldOfTheServer(String path) throws Exception {
      HttpResponse<String> response = Service.get(URI.create(service.url() + path));

      assertThat(response.statusCode()).isEqualTo(404);
      assertThat(response.headers().map()).doesNotContainKey("server");
      assertThat(response.body()).doesNotContainIgnoringCase("jetty", "exception");
    }
  }
}
