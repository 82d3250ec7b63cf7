package io.github.rossumext.playground;

import static io.github.rossumext.HookEvent.ANNOTATION_CONTENT;
import static io.github.rossumext.HookEvent.ANNOTATION_STATUS;
import static io.github.rossumext.HookEvent.EMAIL_RECEIVED;
import static io.github.rossumext.HookEvent.INVOCATION_MANUAL;
import static io.github.rossumext.HookEvent.INVOCATION_SCHEDULED;
import static io.github.rossumext.HookEvent.UPLOAD_CREATED;
import static io.github.rossumext.payload.HookAction.EXPORT;
import static io.github.rossumext.payload.HookAction.STARTED;

import io.github.rossumext.HookContext;
import io.github.rossumext.HookEndpoint;
import io.github.rossumext.delivery.DeliverySettings;
import io.github.rossumext.payload.EmailFile;
import io.github.rossumext.payload.EmailPayload;
import io.github.rossumext.payload.UploadFile;
import io.github.rossumext.payload.UploadPayload;
import io.github.rossumext.response.EmailResponse;
import io.github.rossumext.response.JsonResponse;
import io.github.rossumext.response.UploadResponse;
import io.github.rossumext.rules.ContentEditor;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.testkit.simulator.VirtualClock;
import io.github.rossumext.value.Message;
import io.github.rossumext.value.MessageType;
import io.github.rossumext.value.Secret;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** An extension that handles every event, and calls Rossum back. */
final class EventsExtension {
  static final Secret SECRET = Secret.of("a-secret-for-the-tests");

  private static final URI PUBLIC_URL = URI.create("https://extension.example.com/rossum");

  private final VirtualClock clock = VirtualClock.create();
  private final AtomicInteger exports = new AtomicInteger();

  /** Returns a simulator whose clock the endpoint follows. */
  static RossumSimulator simulator() {
    EventsExtension extension = new EventsExtension();
    return RossumSimulator.of(extension.endpoint(), SECRET).clock(extension.clock);
  }

  private HookEndpoint endpoint() {
    return HookEndpoint.builder()
        .secret(SECRET)
        .clock(clock)
        .on(ANNOTATION_CONTENT, ContentRules.of(this::content))
        .once(ANNOTATION_CONTENT.only(EXPORT))
        .listen(ANNOTATION_STATUS, (change, context) -> {})
        .on(EMAIL_RECEIVED, (email, context) -> email(email))
        .on(UPLOAD_CREATED, (upload, context) -> upload(upload))
        .listen(INVOCATION_SCHEDULED, (call, context) -> clock.sleep(Duration.ofSeconds(75)))
        .later(INVOCATION_SCHEDULED, PUBLIC_URL)
        .on(
            INVOCATION_MANUAL,
            (call, context) -> JsonResponse.of(Map.of("asked", call.arguments().keys())))
        .deliveries(DeliverySettings.defaults().withQuickTime(Duration.ofMillis(20)))
        .build();
  }

  private void content(ContentEditor content) throws IOException, InterruptedException {
    content.field("notes").set("at " + content.payload().action());
    if (content.at(EXPORT)) {
      content.info("Export " + exports.incrementAndGet() + ".");
    }
    if (content.at(STARTED)) {
      callBack(content.context(), content.payload().annotation().id().orElseThrow());
    }
  }

  /** Fetches the annotation, whose URL is in the payload. */
  private static void callBack(HookContext context, long annotation)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(
                context.baseUrl().orElseThrow().resolve("/api/v1/annotations/" + annotation))
            .header("Authorization", "Bearer " + context.token().orElseThrow().reveal())
            .build();
    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
  }

  private static EmailResponse email(EmailPayload email) {
    return EmailResponse.importOnly(email, EmailFile::isPdf)
        .withValue("email:order_id", email.headers().subject().replaceAll("\\D", ""));
  }

  private static UploadResponse upload(UploadPayload upload) {
    UploadResponse response = UploadResponse.empty();
    for (UploadFile file : upload.files()) {
      if (upload
          .documentOf(file)
          .flatMap(it -> it.originalFileName())
          .orElse("")
          .endsWith(".zip")) {
        response =
            response
                .withImportPrevented(file)
                .withMessage(file, Message.of(MessageType.WARNING, "No archives."));
      }
    }
    return response;
  }
}
