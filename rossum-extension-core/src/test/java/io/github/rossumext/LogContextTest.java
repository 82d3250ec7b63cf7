package io.github.rossumext;

import static io.github.rossumext.Handlers.everywhere;
import static io.github.rossumext.Requests.REQUEST_ID;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.Requests.Kind;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/** Every line that is logged while a request is handled can show which request it is. */
class LogContextTest {
  private final Map<String, String> seen = new ConcurrentHashMap<>();
  private final HookEndpoint.Builder endpoint =
      everywhere((payload, context) -> seen.putAll(MDC.getCopyOfContextMap()));

  @AfterEach
  void clear() {
    MDC.clear();
  }

  @Test
  void aHandlerSeesRequestEventAndAnnotation() {
    endpoint.build().handle(Kind.UPDATED.request());

    assertThat(seen)
        .containsOnly(
            Map.entry("rossum.request", REQUEST_ID),
            Map.entry("rossum.event", "annotation_content.updated"),
            Map.entry("rossum.annotation", "7000000321"));
  }

  @Test
  void anEventWithoutAnAnnotationHasTheRest() {
    endpoint.build().handle(Kind.SCHEDULED.request());

    assertThat(seen).containsOnlyKeys("rossum.request", "rossum.event");
  }

  @Test
  void aHandlerOnAnotherThreadSeesThemToo() {
    try (HookEndpoint other = endpoint.handlersOnOwnThreads().build()) {
      other.handle(Kind.UPDATED.request());
    }

    assertThat(seen).containsEntry("rossum.request", REQUEST_ID);
  }

  @Test
  void nothingStaysOnAThreadThatServesOthersToo() throws Exception {
    ExecutorService threads = Executors.newSingleThreadExecutor();
    endpoint.handlersOn(threads).build().handle(Kind.UPDATED.request());

    Optional<String> left =
        threads.submit(() -> Optional.ofNullable(MDC.get("rossum.request"))).get();
    threads.shutdown();

    assertThat(left).isEmpty();
    assertThat(seen).containsEntry("rossum.request", REQUEST_ID);
  }

  @Test
  void whatWasThereBeforeIsThereAgain() {
    MDC.put("rossum.request", "mine");
    MDC.put("other", "stays");
    Map<String, String> before = new HashMap<>(MDC.getCopyOfContextMap());

    endpoint.build().handle(Kind.UPDATED.request());

    assertThat(MDC.getCopyOfContextMap()).isEqualTo(before);
    assertThat(seen).containsEntry("other", "stays").containsEntry("rossum.request", REQUEST_ID);
  }

  @Test
  void nothingStaysAfterAFailure() {
    Handlers.failing(new IllegalStateException("x")).build().handle(Kind.UPDATED.request());

    assertThat(MDC.get("rossum.request")).isNull();
    assertThat(MDC.get("rossum.event")).isNull();
  }
}
