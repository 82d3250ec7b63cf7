package io.github.rossumext;

import static io.github.rossumext.Handlers.everywhere;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** More requests or bytes at a time than the endpoint takes are refused, and nothing leaks. */
class AdmissionTest {
  private final HookEndpoint.Builder builder = everywhere((payload, context) -> {});

  @Test
  void asManyRequestsAreAdmittedAsWereSet() {
    HookEndpoint endpoint = builder.maxConcurrentRequests(2).build();

    Admission first = endpoint.admit();
    assertThat(first.isGranted()).isTrue();
    assertThat(endpoint.admit().isGranted()).isTrue();
    assertThat(endpoint.admit().isGranted()).isFalse();

    first.close();
    first.close();

    assertThat(endpoint.admit().isGranted()).isTrue();
    assertThat(endpoint.admit().isGranted()).isFalse();
  }

  @Test
  void asManyBytesAreHeldAsWereSet() {
    HookEndpoint endpoint = builder.maxBytesInFlight(100).build();
    Admission first = endpoint.admit();
    Admission second = endpoint.admit();

    assertThat(first.hold(60)).isTrue();
    assertThat(second.hold(41)).isFalse();
    assertThat(second.hold(40)).isTrue();
    assertThat(first.hold(10)).isTrue();
    assertThat(second.hold(90)).isTrue();
    assertThat(second.hold(91)).isFalse();

    first.close();
    assertThat(second.hold(100)).isTrue();
  }

  @Test
  void whatWasNotGrantedOrIsClosedHoldsNothing() {
    HookEndpoint endpoint = builder.maxConcurrentRequests(1).build();
    Admission granted = endpoint.admit();

    assertThat(endpoint.admit().hold(0)).isFalse();
    granted.close();
    assertThat(granted.hold(1)).isFalse();
  }

  @Test
  void aQuarterOfTheHeapIsHeldUnlessSomethingElseIsSet() {
    long quarter = Runtime.getRuntime().maxMemory() / 4;
    Admission admission = builder.build().admit();

    assertThat(admission.hold(quarter)).isTrue();
    assertThat(admission.hold(quarter + 1)).isFalse();
  }

  @Test
  void anOverloadIsA503WithAMessageAndWhenToTryAgain() {
    EndpointResponse answer = builder.build().overloaded();

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.headers()).containsEntry("Retry-After", "1");
    assertThat(Wire.json(answer))
        .isEqualTo(
            "{'messages':[{'type':'error','content':'The extension has too much to do at the"
                + " moment. Please try again.'}]}");
  }

  @Test
  void theLimitsMustBePositive() {
    assertThatIllegalArgumentException().isThrownBy(() -> builder.maxConcurrentRequests(0));
    assertThatIllegalArgumentException().isThrownBy(() -> builder.maxBytesInFlight(0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.build().admit().hold(-1))
        .withMessageContaining("-1");
  }

  @Property
  void theLimitsHoldAtEveryStepAndAllIsGivenBack(
      @ForAll @Size(max = 60) List<@IntRange(max = 200) Integer> steps,
      @ForAll @IntRange(min = 1, max = 4) int maxRequests,
      @ForAll @IntRange(min = 1, max = 300) int maxBytes) {
    Capacity capacity = new Capacity(maxRequests, maxBytes);
    List<Admission> open = new ArrayList<>();
    IdentityHashMap<Admission, Long> held = new IdentityHashMap<>();
    for (int step : steps) {
      if (step % 3 == 0) {
        Admission asked = capacity.admit();
        open.add(asked);
        if (asked.isGranted()) {
          held.put(asked, 0L);
        }
      } else if (!open.isEmpty() && step % 3 == 1) {
        Admission growing = open.get(step % open.size());
        if (growing.hold(step)) {
          held.put(growing, (long) step);
        }
      } else if (!open.isEmpty()) {
        Admission ending = open.remove(step % open.size());
        ending.close();
        held.remove(ending);
      }
      long bytes = held.values().stream().mapToLong(Long::longValue).sum();
      assertThat(capacity.requests()).isEqualTo(held.size()).isLessThanOrEqualTo(maxRequests);
      assertThat(capacity.bytes()).isEqualTo(bytes).isLessThanOrEqualTo(maxBytes);
    }
    open.forEach(Admission::close);

    assertThat(capacity.requests()).isZero();
    assertThat(capacity.bytes()).isZero();
  }
}
