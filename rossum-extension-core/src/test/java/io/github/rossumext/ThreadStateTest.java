package io.github.rossumext;

import static io.github.rossumext.Handlers.everywhere;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.rossumext.Requests.Kind;
import io.github.rossumext.delivery.DeliveryStore;
import io.github.rossumext.delivery.InMemoryDeliveryStore;
import io.github.rossumext.exchange.EndpointResponse;
import io.github.rossumext.exchange.FakeExchange;
import io.github.rossumext.listener.HookListener;
import io.github.rossumext.listener.HookRequest;
import io.github.rossumext.listener.HookResult;
import io.github.rossumext.payload.HookAction;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

/** Whatever an author's code leaves behind on a thread, it is gone when the response is written. */
@SuppressWarnings("ThreadPriorityCheck") // nothing relies on it: the test looks at what is restored
class ThreadStateTest {
  private final State original = State.now();

  /** What a container may see of its thread. */
  record State(
      boolean isInterrupted,
      String name,
      int priority,
      @Nullable ClassLoader loader,
      Thread.@Nullable UncaughtExceptionHandler handler,
      @Nullable Map<String, String> shown) {
    static State now() {
      Thread thread = Thread.currentThread();
      return new State(
          thread.isInterrupted(),
          thread.getName(),
          thread.getPriority(),
          thread.getContextClassLoader(),
          thread.getUncaughtExceptionHandler(),
          MDC.getCopyOfContextMap());
    }
  }

  @BeforeEach
  void setUp() {
    MDC.put("container", "its own");
    Thread.currentThread().setPriority(4);
  }

  @AfterEach
  void tearDown() {
    MDC.clear();
    Thread.interrupted();
    Thread.currentThread().setPriority(original.priority());
    Thread.currentThread().setName(original.name());
    Thread.currentThread().setContextClassLoader(original.loader());
  }

  private static void leaveBehind() {
    Thread thread = Thread.currentThread();
    thread.setName("the author's");
    thread.setPriority(Thread.MAX_PRIORITY);
    thread.setContextClassLoader(null);
    thread.setUncaughtExceptionHandler((where, what) -> {});
    MDC.put("container", "overwritten");
    MDC.put("author", "left");
    thread.interrupt();
  }

  private static State whenWritten(HookEndpoint endpoint) {
    return whenWritten(endpoint, Kind.UPDATED);
  }

  private static State whenWritten(HookEndpoint endpoint, Kind kind) {
    List<State> states = new ArrayList<>();
    endpoint.serve(FakeExchange.of(kind.request()).whileResponding(() -> states.add(State.now())));
    return states.get(0);
  }

  /** A store that works, and then leaves the thread in disorder. */
  private static DeliveryStore rudeStore() {
    InMemoryDeliveryStore store = InMemoryDeliveryStore.create();
    return (DeliveryStore)
        Proxy.newProxyInstance(
            DeliveryStore.class.getClassLoader(),
            new Class<?>[] {DeliveryStore.class},
            (proxy, method, arguments) -> {
              Object result = method.invoke(store, arguments);
              leaveBehind();
              return result;
            });
  }

  @Test
  void ofAHandlerThatReturns() {
    State before = State.now();
    HookEndpoint endpoint = everywhere((payload, context) -> leaveBehind()).build();

    assertThat(whenWritten(endpoint)).isEqualTo(before);
    endpoint.handle(Kind.UPDATED.request());
    assertThat(State.now()).isEqualTo(before);
  }

  @Test
  void ofAHandlerThatThrows() {
    State before = State.now();
    HookEndpoint endpoint =
        everywhere(
                (payload, context) -> {
                  leaveBehind();
                  throw new InterruptedException();
                })
            .build();

    assertThat(whenWritten(endpoint)).isEqualTo(before);
    endpoint.handle(Kind.UPDATED.request());
    assertThat(State.now()).isEqualTo(before);
  }

  @Test
  void ofAListener() {
    State before = State.now();
    List<State> seen = new ArrayList<>();
    HookListener rude =
        new HookListener() {
          @Override
          public void received(HookRequest request) {
            leaveBehind();
          }

          @Override
          public void responded(HookRequest request, HookResult result) {
            leaveBehind();
          }
        };
    HookEndpoint endpoint =
        everywhere((payload, context) -> seen.add(State.now())).listener(rude).build();

    assertThat(whenWritten(endpoint)).isEqualTo(before);
    assertThat(seen)
        .singleElement()
        .satisfies(state -> assertThat(state.isInterrupted()).isFalse())
        .satisfies(state -> assertThat(state.shown()).containsEntry("container", "its own"));
  }

  @Test
  void ofAStoreOfDeliveries() {
    State before = State.now();
    List<State> seen = new ArrayList<>();
    HookEndpoint endpoint =
        everywhere((payload, context) -> seen.add(State.now()))
            .once(HookEvent.ANNOTATION_CONTENT.only(HookAction.EXPORT))
            .store(rudeStore())
            .build();

    for (String request : List.of("the first", "its repeat")) {
      assertThat(whenWritten(endpoint, Kind.EXPORT)).as(request).isEqualTo(before);
      assertThat(State.now()).as("after " + request).isEqualTo(before);
    }
    assertThat(seen)
        .singleElement()
        .satisfies(state -> assertThat(state.isInterrupted()).isFalse())
        .satisfies(state -> assertThat(state.name()).isEqualTo(before.name()));
  }

  @Test
  void ofAHandlerOnAThreadOfTheAuthors() throws Exception {
    ExecutorService threads = Executors.newSingleThreadExecutor();
    State before = threads.submit(State::now).get();

    everywhere((payload, context) -> leaveBehind())
        .handlersOn(threads)
        .build()
        .handle(Kind.UPDATED.request());

    assertThat(threads.submit(State::now).get()).isEqualTo(before);
    threads.shutdown();
  }

  @Test
  void thatWasNotThereBefore() {
    MDC.clear();
    State before = State.now();

    everywhere((payload, context) -> leaveBehind()).build().handle(Kind.UPDATED.request());

    assertThat(MDC.getCopyOfContextMap()).isNullOrEmpty();
    assertThat(State.now().name()).isEqualTo(before.name());
  }

  @Test
  void butAnInterruptFromBeforeStays() {
    HookEndpoint endpoint = everywhere((payload, context) -> Thread.interrupted()).build();

    Thread.currentThread().interrupt();
    EndpointResponse response = endpoint.handle(Kind.UPDATED.request());

    assertThat(response.status()).isEqualTo(200);
    assertThat(Thread.interrupted()).isTrue();
  }
}
