package io.github.rossumext;

import static io.github.rossumext.Handlers.everywhere;
import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;
import static io.github.rossumext.Requests.SECRET;
import static io.github.rossumext.Requests.quoted;
import static io.github.rossumext.Requests.signed;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.github.rossumext.Requests.Kind;
import io.github.rossumext.exchange.EndpointRequest;
import io.github.rossumext.exchange.EndpointResponse;
import io.github.rossumext.payload.HookAction;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.signature.RequestSigner;
import io.github.rossumext.signature.SignatureScheme;
import io.github.rossumext.value.Headers;
import io.github.rossumext.value.Secret;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HookEndpointTest {
  private static final byte[] BODY = Kind.UPDATED.body("");
  private static final String HEADER = SignatureScheme.SHA256.header();
  private static final String SIGNATURE = RequestSigner.of(SECRET).sign(BODY);

  private final AtomicInteger calls = new AtomicInteger();
  private final HookEndpoint.Builder builder =
      everywhere((payload, context) -> calls.incrementAndGet());

  @Nested
  class Building {
    @Test
    void needsASecret() {
      assertThatIllegalStateException()
          .isThrownBy(HookEndpoint.builder().on(ANNOTATION_CONTENT, ContentRules.of())::build)
          .withMessageContaining("has no secret")
          .withMessageContaining("Secret.fromEnv(\"ROSSUM_HOOK_SECRET\")");
    }

    @Test
    void needsAHandler() {
      assertThatIllegalStateException()
          .isThrownBy(HookEndpoint.builder().secret(SECRET)::build)
          .withMessageContaining("has no handler")
          .withMessageContaining("on(ANNOTATION_CONTENT");
    }

    @Test
    void needsAPositiveLimit() {
      assertThatIllegalArgumentException().isThrownBy(() -> builder.maxBodyBytes(0));
      assertThatIllegalArgumentException().isThrownBy(() -> builder.maxBodyBytes(-1));
    }

    @Test
    void limitsBodiesTo32MebibytesUnlessSomethingElseIsSet() {
      assertThat(builder.build().maxBodyBytes()).isEqualTo(33_554_432);
      assertThat(builder.maxBodyBytes(7).build().maxBodyBytes()).isEqualTo(7);
    }

    @Test
    @SuppressWarnings("NullAway") // what a mock returns
    void needsAClockThatTellsTheTime() {
      Clock silent = new SuppliedClock(() -> null);

      assertThatIllegalStateException()
          .isThrownBy(builder.clock(silent)::build)
          .withMessage("The clock returned null. Call clock(…) with one that tells the time.");
    }

    @Test
    void needsPositiveLimitsOfTheLoad() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> builder.maxConcurrentRequests(0))
          .withMessage("maxConcurrentRequests must be at least 1, but was 0.");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> builder.maxBytesInFlight(-7))
          .withMessage("maxBytesInFlight must be at least 1, but was -7.");
    }

    @Test
    @SuppressWarnings("NullAway") // what an unchecked caller does
    void takesNoNull() {
      for (Consumer<HookEndpoint.Builder> request :
          List.<Consumer<HookEndpoint.Builder>>of(
              endpoint -> endpoint.secret(null),
              endpoint -> endpoint.clock(null),
              endpoint -> endpoint.timeout(null),
              endpoint -> endpoint.timeout(ANNOTATION_CONTENT, null),
              endpoint -> endpoint.timeout(null, Duration.ofSeconds(1)),
              endpoint -> endpoint.lossyWrites(null),
              endpoint -> endpoint.listener(null),
              endpoint -> endpoint.handlersOn(null),
              endpoint -> endpoint.on(null, ContentRules.of()),
              endpoint -> endpoint.on(ANNOTATION_CONTENT, null),
              endpoint -> endpoint.listen(null, (payload, context) -> {}),
              endpoint -> endpoint.listen(HookEvent.ANNOTATION_STATUS, null),
              endpoint -> endpoint.onFailure(null, FailurePolicy.RETRY),
              endpoint -> endpoint.onFailure(ANNOTATION_CONTENT, null))) {
        assertThatNullPointerException()
            .isThrownBy(() -> request.accept(builder))
            .withMessageNotContaining("Cannot invoke");
      }
      assertThatNullPointerException()
          .isThrownBy(() -> builder.timeout(null))
          .withMessage("timeout");
      assertThatNullPointerException()
          .isThrownBy(() -> new FailureException(null, new Exception("x")));
    }

    @Test
    void canBeReadAfterwards() {
      HookEndpoint endpoint =
          HookEndpoint.builder()
              .secret(SECRET)
              .acceptLegacySignature()
              .on(ANNOTATION_CONTENT.only(HookAction.EXPORT), ContentRules.of())
              .on(ANNOTATION_CONTENT, ContentRules.of())
              .onFailure(ANNOTATION_CONTENT, FailurePolicy.FAIL_OPEN)
              .lossyWrites(LossyWrites.REFUSE)
              .timeout(Duration.ofSeconds(3))
              .maxConcurrentRequests(4)
              .maxBytesInFlight(5)
              .build();

      assertThat(endpoint.events())
          .containsExactly(ANNOTATION_CONTENT.only(HookAction.EXPORT), ANNOTATION_CONTENT);
      assertThat(endpoint.failurePolicies())
          .containsExactly(Map.entry(ANNOTATION_CONTENT, FailurePolicy.FAIL_OPEN));
      assertThat(endpoint.isLegacySignatureAccepted()).isTrue();
      assertThat(endpoint.lossyWrites()).isEqualTo(LossyWrites.REFUSE);
      assertThat(endpoint.timeout()).isEqualTo(Duration.ofSeconds(3));
      assertThat(endpoint.maxConcurrentRequests()).isEqualTo(4);
      assertThat(endpoint.maxBytesInFlight()).isEqualTo(5);
    }

    @Test
    void hasItsDefaults() {
      HookEndpoint endpoint = builder.build();

      assertThat(endpoint.failurePolicies()).isEmpty();
      assertThat(endpoint.isLegacySignatureAccepted()).isFalse();
      assertThat(endpoint.lossyWrites()).isEqualTo(LossyWrites.DROP_AND_LOG);
      assertThat(endpoint.timeout()).isEqualTo(Duration.ofSeconds(29));
      assertThat(endpoint.maxConcurrentRequests()).isEqualTo(256);
      assertThat(endpoint.maxBytesInFlight()).isEqualTo(Runtime.getRuntime().maxMemory() / 4);
    }

    @Test
    void keepsTheEventsWithTheirWords() {
      HookEvent<?, ?> event = ANNOTATION_CONTENT.only(HookAction.STARTED, HookAction.EXPORT);

      assertThat(event.event()).isEqualTo("annotation_content");
      assertThat(event.actions()).containsExactly(HookAction.STARTED, HookAction.EXPORT);
      assertThat(event).hasToString("annotation_content.started, annotation_content.export");
      assertThat(ANNOTATION_CONTENT.actions()).isEmpty();
      assertThatExceptionOfType(UnsupportedOperationException.class)
          .isThrownBy(() -> event.actions().clear());
    }

    @Test
    void leavesWhatWasBuiltAsItIs() {
      HookEndpoint first = builder.maxBodyBytes(BODY.length).build();
      builder.maxBodyBytes(1).acceptLegacySignature().build();

      assertThat(first.handle(signed(BODY)).status()).isEqualTo(200);
    }

    @Test
    void printsTheEventsAndNoSecret() {
      HookEndpoint endpoint =
          HookEndpoint.builder()
              .secret(Secret.of("hidden-words"))
              .on(ANNOTATION_CONTENT, ContentRules.of())
              .build();

      assertThat(endpoint).hasToString("HookEndpoint[annotation_content]");
    }
  }

  @Nested
  class Signatures {
    static Stream<Headers> notAccepted() {
      String mac = SIGNATURE.substring("sha256=".length());
      byte[] other = BODY.clone();
      other[0] = ' ';
      return Stream.of(
          Headers.empty(),
          Headers.of(HEADER, ""),
          Headers.of(HEADER, mac),
          Headers.of(HEADER, "SHA256=" + mac),
          Headers.of(HEADER, SIGNATURE.substring(1)),
          Headers.of(HEADER, SIGNATURE.substring(0, SIGNATURE.length() - 1)),
          Headers.of(HEADER, SIGNATURE + "0"),
          Headers.of(HEADER, "sha256=" + "g".repeat(64)),
          Headers.of(HEADER, "sha256=" + "0".repeat(64)),
          Headers.of(HEADER, RequestSigner.of(SECRET).sign(other)),
          Headers.of(HEADER, RequestSigner.of(Secret.of("another")).sign(BODY)),
          Headers.of(Map.of(HEADER, List.of(SIGNATURE, SIGNATURE))),
          RequestSigner.of(SECRET, SignatureScheme.LEGACY_SHA1).headers(BODY));
    }

    @ParameterizedTest
    @MethodSource("notAccepted")
    void whateverIsWrongtheResponseIsTheSame401(Headers headers) {
      EndpointResponse response = builder.build().handle(EndpointRequest.of(headers, BODY));

      assertThat(response.status()).isEqualTo(401);
      assertThat(Wire.json(response))
          .isEqualTo(
              "{'messages':[{'type':'error','content':"
                  + "'The signature of the request was not accepted.'}]}");
      assertThat(calls).hasValue(0);
    }

    @Test
    void aBodyThatIsNoPayloadIsNotReadWithoutASignature() {
      EndpointResponse response =
          builder.build().handle(EndpointRequest.of(Headers.empty(), quoted("{")));

      assertThat(response.status()).isEqualTo(401);
    }

    @Test
    void theHeaderIsFoundWithoutRegardToCase() {
      Headers headers = Headers.of(HEADER.toLowerCase(Locale.ROOT), SIGNATURE);

      assertThat(builder.build().handle(EndpointRequest.of(headers, BODY)).status()).isEqualTo(200);
      assertThat(calls).hasValue(1);
    }

    @Test
    void eachOfSeveralSecretsIsAccepted() {
      Secret next = Secret.of("the next secret");
      HookEndpoint endpoint = builder.secret(next).build();

      assertThat(endpoint.handle(signed(BODY)).status()).isEqualTo(200);
      assertThat(
              endpoint
                  .handle(EndpointRequest.of(RequestSigner.of(next).headers(BODY), BODY))
                  .status())
          .isEqualTo(200);
    }

    @Test
    void theLegacyHeaderIsAcceptedWhereItWasOptedIn() {
      Headers legacy = RequestSigner.of(SECRET, SignatureScheme.LEGACY_SHA1).headers(BODY);
      HookEndpoint endpoint = builder.acceptLegacySignature().build();

      assertThat(endpoint.handle(EndpointRequest.of(legacy, BODY)).status()).isEqualTo(200);
      assertThat(endpoint.handle(signed(BODY)).status()).isEqualTo(200);
    }

    @Test
    void theNewerHeaderDecidesWhereBothAreThere() {
      Headers both =
          RequestSigner.of(SECRET, SignatureScheme.LEGACY_SHA1)
              .headers(BODY)
              .with(HEADER, "sha256=" + "0".repeat(64));

      EndpointResponse response =
          builder.acceptLegacySignature().build().handle(EndpointRequest.of(both, BODY));

      assertThat(response.status()).isEqualTo(401);
    }
  }

  @Nested
  class Bodies {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          " ",
          "{",
          "[]",
          "null",
          "'x'",
          "{}",
          "{'event':'annotation_content'}",
          "{'action':'initialize'}",
          "{'event':null,'action':'initialize'}",
          "{'event':'','action':''}",
          "{'event':1,'action':2}",
          "{'event':'invocation','action':'manual'} {}",
          "{'event':'invocation','event':'invocation','action':'manual'}",
          "{'event':'annotation_content','action':'started'}",
          "{'event':'annotation_content','action':'started','annotation':{'content':'https://x'}}",
          "{'event':'annotation_content','action':'started','annotation':{'content':[1]}}",
          "{'event':'annotation_content','action':'started','annotation':{'content':[]},"
              + "'updated_datapoints':'x'}"
        })
    void whatIsNotTheProtocolIsA400(String json) {
      EndpointResponse response = builder.build().handle(signed(json));

      assertThat(response.status()).isEqualTo(400);
      assertThat(Wire.json(response))
          .startsWith(
              "{'messages':[{'type':'error','content':'The request is not an event of Rossum");
      assertThat(calls).hasValue(0);
    }

    @Test
    void bytesThatAreNoUtf8AreA400() {
      byte[] latin = "{\"event\":\"é\",\"action\":\"x\"}".getBytes(ISO_8859_1);

      assertThat(builder.build().handle(signed(latin)).status()).isEqualTo(400);
    }

    @Test
    void the400DoesNotQuoteTheBody() {
      EndpointResponse response = builder.build().handle(signed("{'vendor':'Roboyo', broken"));

      assertThat(response.status()).isEqualTo(400);
      assertThat(Wire.json(response)).doesNotContain("Roboyo").doesNotContain("vendor");
    }

    @Test
    void aBodyAtTheLimitIsAccepted() {
      HookEndpoint endpoint = builder.maxBodyBytes(BODY.length).build();

      assertThat(endpoint.handle(signed(BODY)).status()).isEqualTo(200);
    }

    @Test
    void aBodyOverTheLimitIsA413ThatTheUserCanRead() {
      HookEndpoint endpoint = builder.maxBodyBytes(BODY.length - 1).build();

      EndpointResponse response = endpoint.handle(signed(BODY));

      assertThat(response.status()).isEqualTo(413);
      assertThat(Wire.json(response))
          .isEqualTo(
              "{'messages':[{'type':'error','content':'The document is too large for the"
                  + " extension, which accepts requests of up to "
                  + (BODY.length - 1)
                  + " bytes.'}]}");
      assertThat(calls).hasValue(0);
    }

    @Test
    void aFailureBeforeTheEventIsKnownIsA500() {
      AtomicInteger asked = new AtomicInteger();
      Clock broken =
          new SuppliedClock(
              () -> {
                if (asked.getAndIncrement() == 0) {
                  return Instant.EPOCH; // to build()
                }
                throw new IllegalStateException("no time");
              });

      EndpointResponse response = builder.clock(broken).build().handle(signed(BODY));

      assertThat(response.status()).isEqualTo(500);
      assertThat(Wire.json(response))
          .isEqualTo(
              "{'messages':[{'type':'error','content':"
                  + "'The extension failed: see its log.'}]}");
    }

    @ParameterizedTest
    @EnumSource
    void everyKindOfEventReachesItsHandler(Kind kind) {
      assertThat(builder.build().handle(kind.request()).status()).isEqualTo(200);
      assertThat(calls).hasValue(1);
    }
  }

  @Nested
  class LossyWritesOfRules {
    private final HookEndpoint.Builder writing =
        HookEndpoint.builder()
            .secret(SECRET)
            .on(
                ANNOTATION_CONTENT,
                ContentRules.of(
                    content -> content.field("note").set("x".repeat(1501)).hidden(true)));

    @Test
    void areLeftOutUnlessSomethingElseIsSet() {
      EndpointResponse response = writing.build().handle(signed(BODY));

      assertThat(response.status()).isEqualTo(200);
      assertThat(Wire.json(response))
          .isEqualTo("{'operations':[{'op':'replace','id':5483409760,'value':{'hidden':true}}]}");
    }

    @Test
    void failTheRequestIfTheyAreRefused() {
      EndpointResponse response =
          writing.lossyWrites(LossyWrites.REFUSE).build().handle(signed(BODY));

      assertThat(response.status()).isEqualTo(500);
    }
  }

  @Nested
  class RequestsAndResponses {
    @Test
    void aRequestTakesHeadersAsServersGiveThem() {
      EndpointRequest request =
          EndpointRequest.of(Map.of("X-Rossum-Signature-SHA256", List.of(SIGNATURE)), BODY);

      assertThat(request.headers().all(HEADER)).containsExactly(SIGNATURE);
      assertThat(builder.build().handle(request).status()).isEqualTo(200);
    }

    @Test
    @SuppressWarnings("NullAway") // what an unchecked caller does
    void aRequestNeedsHeadersAndABody() {
      assertThatNullPointerException()
          .isThrownBy(() -> EndpointRequest.of(Headers.empty(), null))
          .withMessage("body");
      assertThatNullPointerException()
          .isThrownBy(() -> EndpointRequest.of((Headers) null, BODY))
          .withMessage("headers");
    }

    @Test
    void aRequestAndAResponsePrintSizesOnly() {
      assertThat(signed(BODY)).hasToString("EndpointRequest[" + BODY.length + " bytes]");
      assertThat(EndpointResponse.error(429, "x")).hasToString("EndpointResponse[429, 45 bytes]");
    }

    @Test
    void aResponseHasTheHeadersThatItWasGiven() {
      Map<String, String> headers = new HashMap<>(Map.of("A", "1"));
      EndpointResponse response = EndpointResponse.of(202, headers, new byte[] {'x'});
      headers.clear();

      assertThat(response.status()).isEqualTo(202);
      assertThat(response.headers()).isEqualTo(Map.of("A", "1"));
      assertThat(response.body()).isEqualTo(new byte[] {'x'});
      assertThat(response.withHeader("B", "2").headers()).isEqualTo(Map.of("A", "1", "B", "2"));
      assertThat(response.withHeader("B", "2").status()).isEqualTo(202);
    }

    @Test
    void everyResponseOfAnEndpointIsJsonThatNobodyStores() {
      assertThat(builder.build().handle(signed(BODY)).headers())
          .isEqualTo(Map.of("Content-Type", "application/json", "Cache-Control", "no-store"));
    }

    @Test
    void theBodyOfAResponseIsACopy() {
      EndpointResponse response = EndpointResponse.error(429, "x");

      Arrays.fill(response.body(), (byte) 0);

      assertThat(Wire.json(response)).isEqualTo("{'messages':[{'type':'error','content':'x'}]}");
    }

    @Test
    void theBodyOfAResponseIsWritten() throws IOException {
      ByteArrayOutputStream out = new ByteArrayOutputStream();

      EndpointResponse.error(413, "Zu groß: <x>").writeTo(out);

      assertThat(out.toString(UTF_8))
          .isEqualTo("{\"messages\":[{\"type\":\"error\",\"content\":\"Zu groß: &lt;x&gt;\"}]}");
    }
  }

  @Test
  void aBodyAfterAByteOrderMarkIsReadAndItsSignatureCoversTheMark() {
    byte[] body = ("\ufeff" + new String(Kind.UPDATED.body(""), UTF_8)).getBytes(UTF_8);
    HookEndpoint endpoint = Handlers.everywhere((payload, context) -> {}).build();

    assertThat(endpoint.handle(Requests.signed(body)).status()).isEqualTo(200);
    byte[] unmarked = Arrays.copyOfRange(body, 3, body.length);
    EndpointRequest forged =
        EndpointRequest.of(RequestSigner.of(Requests.SECRET).headers(unmarked), body);
    assertThat(endpoint.handle(forged).status()).isEqualTo(401);
  }

  @Test
  void placesInABrokenBodyCountTheByteOrderMark() {
    HookEndpoint endpoint = Handlers.everywhere((payload, context) -> {}).build();

    assertThat(Wire.json(endpoint.handle(Requests.signed("\ufeff{x}"))))
        .contains("broken JSON at byte 4");
  }

  @Test
  void aContentEncodingIsNamedAlsoIfTheBytesAreRead() {
    EndpointRequest request = Kind.UPDATED.request();
    EndpointRequest packed =
        EndpointRequest.of(request.headers().with("Content-Encoding", "gzip"), request.body());

    EndpointResponse response =
        Handlers.everywhere((payload, context) -> {}).build().handle(packed);

    assertThat(response.status()).isEqualTo(415);
    assertThat(Wire.json(response)).contains("this one is encoded by gzip.");
  }

  @Test
  void aContentEncodingIsNamedAlsoIfTheSignatureCoversThePackedBytes() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(Kind.UPDATED.body(""));
    }
    EndpointRequest signed = signed(packed.toByteArray());

    EndpointResponse response =
        Handlers.everywhere((payload, context) -> {})
            .build()
            .handle(
                EndpointRequest.of(
                    signed.headers().with("Content-Encoding", "gzip"), signed.body()));

    assertThat(response.status()).isEqualTo(415);
    assertThat(Wire.json(response)).contains("this one is encoded by gzip.");
  }
}
