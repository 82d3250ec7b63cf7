package io.github.rossumext.maven.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.client.HookLog;
import io.github.rossumext.client.RossumApiException;
import io.github.rossumext.maven.project.GoalException;
import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.ResourceUrl;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Lets Rossum call the hooks of a project, and says in plain words what came of it. */
final class Verify {
  // The others may book, send or import something: they are tried only if the author says so.
  private static final Set<String> HARMLESS =
      Set.of(
          "annotation_content.initialize",
          "annotation_content.started",
          "annotation_content.user_update",
          "annotation_content.updated",
          "annotation_content.confirm");

  private final Work work;
  private final Set<String> events;
  private int failures;
  private int accepted;

  /**
   * Prepares a run.
   *
   * @param events the events to try; empty for the harmless ones
   */
  Verify(Work work, Set<String> events) {
    this.work = work;
    this.events = events;
  }

  void run() {
    Found found = new Found(work.account(), work.state(), work.marker());
    for (DesiredHook hook : work.hooks()) {
      Optional<ObjectNode> actual = found.find(hook);
      if (actual.isPresent()) {
        verify(hook, actual.get());
      } else {
        failed("Hook \"" + hook.title() + "\" does not exist yet. Run apply first.");
      }
    }
    if (failures > 0) {
      throw new GoalException(
          failures == 1 ? "One thing is not right." : failures + " things are not right.");
    }
    if (accepted == 0) {
      work.report()
          .warning("No event was tried, so nobody knows whether Rossum reaches the extension.");
    } else {
      work.report().info("Rossum reaches the extension, and the extension accepts its requests.");
    }
  }

  private void failed(String text) {
    failures++;
    work.report().error(text);
  }

  private void verify(DesiredHook hook, ObjectNode actual) {
    long id = actual.path("id").asLong();
    JsonNode config = actual.path(HookFields.CONFIG);
    String url = config.path("url").asText();
    work.report().info("Hook \"" + hook.title() + "\" (" + id + ") at " + url);
    if (!actual.path("active").asBoolean(true)) {
      failed("  It is not active, so Rossum never calls it. Set active to true.");
    }
    if (config.path("insecure_ssl").asBoolean(false)) {
      work.report().warning("  insecure_ssl is true: Rossum accepts any certificate.");
    }
    if (Marker.dev(actual).isObject()) {
      work.report().warning("  " + DevSession.explain(id, actual));
    }
    List<String> all = new ArrayList<>();
    actual.path("events").forEach(event -> all.add(event.asText()));
    boolean isAboutDocuments = all.stream().anyMatch(event -> event.startsWith("annotation_"));
    if (isAboutDocuments && actual.path("queues").isEmpty()) {
      failed("  It has no queues, so Rossum never calls it about a document.");
    }
    Door.problem(url).ifPresent(this::failed);
    for (String event : all) {
      if (events.isEmpty() ? HARMLESS.contains(event) : events.contains(event)) {
        call(id, event, actual.path("queues"));
      } else if (events.isEmpty()) {
        work.report()
            .info(
                "  "
                    + event
                    + ": not tried, because its handler may book or send something."
                    + " -Drossum.events="
                    + event
                    + " tries it.");
      }
    }
    for (String event : events) {
      if (!all.contains(event)) {
        failed("  " + event + ": the hook does not have this event, so Rossum never sends it.");
      }
    }
    history(id);
  }

  private void call(long id, String event, JsonNode queues) {
    Optional<ResourceUrl> document = work.account().document(queues);
    boolean isAboutDocument = event.startsWith("annotation_");
    if (isAboutDocument && document.isEmpty()) {
      work.report().warning("  " + event + ": not tried, because the queues have no document.");
      return;
    }
    RawJson payload;
    try {
      payload =
          work.account()
              .client()
              .hooks()
              .generatePayload(
                  id, event, isAboutDocument ? Map.of("annotation", document.get()) : Map.of());
    } catch (RossumApiException e) {
      failed("  " + event + ": Rossum generates no request: " + e.getMessage());
      return;
    }
    String last = lastRequest(id);
    long start = System.nanoTime();
    try {
      RawJson response = work.account().client().hooks().test(id, payload);
      Duration time = Duration.ofNanos(System.nanoTime() - start);
      accepted++;
      work.report()
          .info("  " + event + ": " + answer(response) + ", in " + seconds(id, last, time));
    } catch (RossumApiException e) {
      failed("  " + event + ": " + reason(id, last, e));
    }
  }

  private static String answer(RawJson response) {
    List<String> parts = new ArrayList<>();
    for (String key : List.of("operations", "messages", "automation_blockers")) {
      int count = response.find(key).map(list -> list.elements().size()).orElse(0);
      if (count > 0) {
        String name = key.replace('_', ' ');
        parts.add(count + " " + (count == 1 ? name.substring(0, name.length() - 1) : name));
      }
    }
    return "responds with " + (parts.isEmpty() ? "no change" : String.join(" and ", parts));
  }

  /** Returns the newest entry of the log. */
  private Optional<HookLog> newest(long id) {
    try {
      return work.account().client().hooks().logs(Map.of("hook", id, "page_size", 1)).findFirst();
    } catch (RossumApiException e) {
      return Optional.empty(); // the log only says more
    }
  }

  private String lastRequest(long id) {
    return newest(id).flatMap(HookLog::requestId).orElse("");
  }

  private Optional<HookLog> newest(long id, String last) {
    return newest(id).filter(log -> !log.requestId().orElse("").equals(last));
  }

  private String seconds(long id, String last, Duration measured) {
    Duration time =
        newest(id, last)
            .filter(log -> log.start().isPresent() && log.end().isPresent())
            .map(log -> Duration.between(log.start().get(), log.end().get()))
            .orElse(measured);
    String text =
        time.toMillis() < 100
            ? "less than 0.1 s"
            : String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    return time.toSeconds() < 10 ? text : text + ". A user waits for 30 s at most";
  }

  /** Says why a request failed, by Rossum's log. */
  private String reason(long id, String last, RossumApiException e) {
    if (e instanceof RossumApiException.Conflict) {
      return "Rossum is not ready to call the hook (status 409). Try again in 10 seconds.";
    }
    Optional<HookLog> log = newest(id, last);
    if (log.isEmpty()) {
      return "Rossum does not say why: " + e.getMessage();
    }
    int status = log.get().statusCode().orElse(0);
    String request = log.get().requestId().map(it -> " Its request id is " + it + ".").orElse("");
    return switch (status) {
      case 0 ->
          "no response. Is the URL right, does a firewall let Rossum in, and is the certificate"
              + " valid? Rossum's log says: "
              + log.get().message().orElse("nothing")
              + ".";
      case 401, 403 ->
          "the extension refuses the signature (status "
              + status
              + "). Its secret and config.secret of the hook differ. apply -Drossum.secrets"
              + " sends it again.";
      case 404 -> "nothing is at this path (status 404). Check the path of the URL.";
      case 422 -> "the extension refuses the settings or the request (status 422)." + request;
      default -> "the extension responds with " + status + ". Its log says why." + request;
    };
  }

  /** Says what Rossum logged before: a hook that is never called looks like one that works. */
  private void history(long id) {
    List<HookLog> logs;
    try {
      logs = work.account().client().hooks().logs(Map.of("hook", id)).limit(100).toList();
    } catch (RossumApiException e) {
      work.report().warning("  Rossum's log cannot be read: " + e.getMessage());
      return;
    }
    long failed = logs.stream().filter(log -> log.status().orElse("").equals("failed")).count();
    work.report()
        .info(
            "  Rossum's log of the last 7 days has "
                + (logs.size() == 100 ? "100 or more" : String.valueOf(logs.size()))
                + " requests with these, "
                + failed
                + " of them failed.");
  }
}
