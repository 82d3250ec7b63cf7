package io.github.rossumext;

import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.rossumext.Requests.Kind;
import io.github.rossumext.delivery.InMemoryDeliveryStore;
import io.github.rossumext.exchange.EndpointRequest;
import io.github.rossumext.exchange.EndpointResponse;
import io.github.rossumext.listener.HookListener;
import io.github.rossumext.listener.HookRequest;
import io.github.rossumext.listener.HookResult;
import io.github.rossumext.payload.HookAction;
import io.github.rossumext.payload.HookPayload;
import io.github.rossumext.response.ContentResponse;
import io.github.rossumext.response.EmailResponse;
import io.github.rossumext.response.NoResponse;
import io.github.rossumext.response.UploadResponse;
import io.github.rossumext.value.Message;
import io.github.rossumext.value.MessageType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** Nodes with one store and one clock, and an ERP that notes the key of each run. */
final class DeliveryBench implements HookListener {
  static final HookEvent<?, ?> EXPORT = ANNOTATION_CONTENT.only(HookAction.EXPORT);

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-03-01T10:00:00Z"));
  final Clock clock = new SuppliedClock(now::get);
  final InMemoryDeliveryStore store = InMemoryDeliveryStore.of(100, clock);

  /** The keys that the handlers of all nodes had, a key for each run. */
  final List<String> runs = new CopyOnWriteArrayList<>();

  /** What the listeners were told about deliveries. */
  final List<String> told = new CopyOnWriteArrayList<>();

  private final CountDownLatch begun = new CountDownLatch(1);
  private final Semaphore jobs = new Semaphore(0);

  /** Lets time pass. */
  void pass(Duration time) {
    now.updateAndGet(before -> before.plus(time));
  }

  /** A node whose handlers do this at each run. Nothing is declared yet. */
  HookEndpoint.Builder node(WatchedStore way, Handlers.Deed deed) {
    return HookEndpoint.builder()
        .secret(Requests.SECRET)
        .on(ANNOTATION_CONTENT, (payload, context) -> run(deed, payload, context))
        .on(
            HookEvent.UPLOAD_CREATED,
            (payload, context) -> {
              run(deed, payload, context);
              return UploadResponse.empty();
            })
        .on(
            HookEvent.EMAIL_RECEIVED,
            (payload, context) -> {
              run(deed, payload, context);
              return EmailResponse.importNothing();
            })
        .on(HookEvent.ANNOTATION_STATUS, (payload, context) -> noResponse(deed, payload, context))
        .on(
            HookEvent.INVOCATION_SCHEDULED,
            (payload, context) -> noResponse(deed, payload, context))
        .clock(clock)
        .store(way)
        .listener(this);
  }

  private NoResponse noResponse(Handlers.Deed deed, HookPayload payload, HookContext context)
      throws Exception {
    run(deed, payload, context);
    return NoResponse.empty();
  }

  private ContentResponse run(Handlers.Deed deed, HookPayload payload, HookContext context)
      throws Exception {
    runs.add(context.deliveryKey());
    begun.countDown();
    String run = "run " + runs.size();
    try {
      deed.does(payload, context);
    } catch (Exception | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
    return ContentResponse.builder().message(Message.of(MessageType.INFO, run)).build();
  }

  WatchedStore way() {
    return new WatchedStore(store);
  }

  HookEndpoint.Builder node(Handlers.Deed deed) {
    return node(way(), deed);
  }

  /** The same request with another id, time and token. */
  static EndpointRequest again(Kind kind) {
    String body =
        new String(
            kind.body("'timestamp':'2026-03-01T10:00:07Z','rossum_authorization_token':'another'"),
            UTF_8);
    return Requests.signed(body.replace(Requests.REQUEST_ID, "another-id").getBytes(UTF_8));
  }

  /** A request whose values are those of {@link #again}, as it came first. */
  static EndpointRequest first(Kind kind) {
    return Requests.signed(
        kind.body("'timestamp':'2026-03-01T10:00:00Z','rossum_authorization_token':'a token'"));
  }

  static CompletableFuture<EndpointResponse> elsewhere(
      HookEndpoint endpoint, EndpointRequest request) {
    // The common pool may have one thread only, and what waits there holds up the rest.
    return CompletableFuture.supplyAsync(
        () -> endpoint.handle(request), task -> new Thread(task).start());
  }

  static String text(EndpointResponse response) {
    return response.status() + " " + new String(response.body(), UTF_8);
  }

  static String text(CompletableFuture<EndpointResponse> response) throws Exception {
    return text(response.get(60, TimeUnit.SECONDS));
  }

  /** The lines about the deliveries of this bench: a job of another test may end at any time. */
  List<String> lines(CapturedLog log) {
    return log.lines().stream()
        .filter(line -> runs.stream().anyMatch(key -> line.contains("delivery=" + key)))
        .toList();
  }

  /** Returns when the handler has its key: the response of a job may be there before. */
  void awaitFirstRun() {
    try {
      if (!begun.await(60, TimeUnit.SECONDS)) {
        throw new AssertionError("No handler has begun.");
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Returns when a job has ended. */
  void awaitJob() throws InterruptedException {
    if (!jobs.tryAcquire(60, TimeUnit.SECONDS)) {
      throw new AssertionError("No job has ended.");
    }
  }

  @Override
  public void repeated(HookRequest request, String deliveryKey) {
    told.add("repeated");
  }

  @Override
  public void jobStarted(HookRequest request, String deliveryKey) {
    told.add("jobStarted");
  }

  @Override
  public void jobFinished(HookRequest request, HookResult result) {
    told.add("jobFinished " + result.status());
    jobs.release();
  }

  @Override
  public void jobFailed(HookRequest request, HookResult result, Throwable failure) {
    told.add("jobFailed " + result.status());
    jobs.release();
  }

  @Override
  public void deliveryLost(String deliveryKey) {
    told.add("deliveryLost");
  }
}
