package io.github.rossumext.guide;

import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;
import static io.github.rossumext.payload.HookAction.EXPORT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.listener.HookListener;
import io.github.rossumext.listener.HookRequest;
import io.github.rossumext.listener.HookResult;
import io.github.rossumext.payload.HookAction;
import io.github.rossumext.response.ContentResponse;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.testkit.Fixtures;
import io.github.rossumext.value.Secret;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The code of docs/operations.md. */
class OperationsGuideTest {
  // docs: respond-in-time
  static HookEndpoint.Builder inTime(HookEndpoint.Builder endpoint) {
    return endpoint
        .timeout(Duration.ofSeconds(25)) // 29 by default; Rossum waits for 30
        .timeout(
            ANNOTATION_CONTENT.only(EXPORT), Duration.ofSeconds(55)) // timeout_s of the hook: 60
        .handlersOnOwnThreads(); // or handlersOn(executor), which you close yourself
  }

  // end

  @Test
  void theEndpointRespondsForAHandlerThatHangs() {
    CountDownLatch never = new CountDownLatch(1);
    HookEndpoint.Builder hanging =
        inTime(Responses.endpoint())
            .timeout(Duration.ofMillis(50))
            .on(
                ANNOTATION_CONTENT,
                ContentRules.of(content -> assertThat(never.await(60, TimeUnit.SECONDS)).isTrue()));

    assertThat(Responses.send(Fixtures.invoice(), hanging).status()).isEqualTo(503);
  }

  @Test
  void anEventHasItsTime() {
    try (HookEndpoint endpoint =
        inTime(Responses.endpoint()).on(ANNOTATION_CONTENT, ContentRules.of()).build()) {
      assertThat(endpoint.timeout(ANNOTATION_CONTENT.only(EXPORT))).hasSeconds(55);
      assertThat(endpoint.timeout(ANNOTATION_CONTENT.only(HookAction.UPDATED))).hasSeconds(25);
    }
  }

  // docs: refuse-overload
  static HookEndpoint.Builder limited(HookEndpoint.Builder endpoint) {
    return endpoint
        .maxBodyBytes(8 * 1024 * 1024) // of one request; 32 MiB by default
        .maxConcurrentRequests(64) // 256 by default
        .maxBytesInFlight(256L * 1024 * 1024); // default: a quarter of the heap, at least 32 MiB
  }

  // end

  // docs: read-the-configuration
  static String limits(HookEndpoint endpoint) {
    return endpoint.maxConcurrentRequests()
        + " requests, "
        + endpoint.maxBytesInFlight()
        + " bytes in all, "
        + endpoint.maxBodyBytes()
        + " bytes each, "
        + endpoint.timeout().toSeconds()
        + " s";
  }

  // end

  @Test
  void theEndpointTellsItsLimits() {
    try (HookEndpoint endpoint =
        limited(Responses.endpoint()).on(ANNOTATION_CONTENT, ContentRules.of()).build()) {
      assertThat(limits(endpoint))
          .isEqualTo("64 requests, 268435456 bytes in all, 8388608 bytes each, 29 s");
      assertThat(endpoint.maxBodyBytes()).isEqualTo(8_388_608);
      assertThat(endpoint.maxConcurrentRequests()).isEqualTo(64);
      assertThat(endpoint.maxBytesInFlight()).isEqualTo(268_435_456);
    }
  }

  // docs: count-requests
  static HookListener counting(LongAdder messages, LongAdder failures) {
    return new HookListener() {
      @Override
      public void responded(HookRequest request, HookResult result) {
        if (result.response().orElse(null) instanceof ContentResponse content) {
          messages.add(content.messages().size());
        }
      }

      @Override
      public void failed(HookRequest request, HookResult result, Throwable failure) {
        failures.increment();
      }
    };
  }

  // end

  @Test
  void aListenerCounts() {
    LongAdder messages = new LongAdder();
    LongAdder failures = new LongAdder();
    HookEndpoint.Builder endpoint =
        Responses.endpoint()
            .on(
                ANNOTATION_CONTENT,
                ContentRules.of(
                    content -> {
                      content.info("Checked.");
                      if (content.at(HookAction.EXPORT)) {
                        throw new IllegalStateException("The ERP is down.");
                      }
                    }))
            .listener(counting(messages, failures));

    Responses.send(Fixtures.invoice(), endpoint);
    Responses.send(Fixtures.invoice().with(HookAction.EXPORT), endpoint);

    assertThat(messages.sum()).isEqualTo(1);
    assertThat(failures.sum()).isEqualTo(1);
  }

  // docs: close-before-the-server
  static void stop(HookEndpoint endpoint, AutoCloseable server) throws Exception {
    endpoint.close(); // new requests get 503 now; running ones end
    server.close();
  }

  // end

  @Test
  void theEndpointIsClosedFirst() throws Exception {
    HookEndpoint endpoint = Responses.endpoint().on(ANNOTATION_CONTENT, ContentRules.of()).build();
    AtomicBoolean stopped = new AtomicBoolean();

    stop(endpoint, () -> stopped.set(endpoint.isClosed()));

    assertThat(stopped).isTrue();
  }

  // docs: name-a-factory
  public static final class Factory implements Supplier<HookEndpoint> {
    @Override
    public HookEndpoint get() {
      return HookEndpoint.builder()
          .secret(Secret.fromEnv("ROSSUM_HOOK_SECRET"))
          .on(ANNOTATION_CONTENT, ContentRules.of(content -> content.info("Checked.")))
          .build();
    }
  }

  // end

  @Test
  void aFactoryWithoutItsSecretSaysSo() {
    assertThatIllegalStateException()
        .isThrownBy(new Factory()::get)
        .withMessageContaining("ROSSUM_HOOK_SECRET");
  }
}
