package io.github.rossumext.maven.register;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.client.RossumApiException;
import io.github.rossumext.maven.project.GoalException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CountDownLatch;

/**
 * A hook that calls a developer's machine for a while. The hook itself remembers its URL, in its
 * metadata, so any later goal on any machine sees a session that runs or did not end.
 */
final class DevSession {
  private final Work work;
  private final DesiredHook hook;
  private boolean isOpen;

  DevSession(Work work, DesiredHook hook) {
    this.work = work;
    this.hook = hook;
  }

  /** Says what a session left. */
  static String explain(long id, JsonNode actual) {
    JsonNode dev = Marker.dev(actual);
    return "A development session of "
        + dev.path("since").asText("some time ago")
        + " is running or did not end: hook "
        + id
        + " calls "
        + actual.path(HookFields.CONFIG).path("url").asText()
        + " instead of "
        + dev.path("url_before").asText()
        + ". If nobody uses it, the goal dev with -Drossum.restore puts it back.";
  }

  private ObjectNode actual() {
    return new Found(work.account(), work.state(), work.marker())
        .find(hook)
        .orElseThrow(
            () ->
                new GoalException(
                    "The hook \"" + hook.title() + "\" does not exist yet. Run apply first."));
  }

  /** Points the hook to a URL until the process ends, such as with Ctrl+C. */
  void run(String url) {
    // Before the call, because the process may be told to end while Rossum handles it.
    Thread end = new Thread(this::close, "rossum-dev-end");
    Runtime.getRuntime().addShutdownHook(end);
    try {
      open(url);
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      close();
      Thread.currentThread().interrupt();
    } catch (RossumApiException e) {
      close();
      throw e;
    } finally {
      forget(end);
    }
  }

  private static void forget(Thread end) {
    try {
      Runtime.getRuntime().removeShutdownHook(end);
    } catch (IllegalStateException e) {
      // The process ends, and so the session does.
    }
  }

  /** Points the hook to a URL. A close that comes meanwhile waits. */
  synchronized void open(String url) {
    ObjectNode actual = actual();
    long id = actual.path("id").asLong();
    if (Marker.dev(actual).isObject()) {
      throw new GoalException(explain(id, actual));
    }
    String before = actual.path(HookFields.CONFIG).path("url").asText();
    String since = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    isOpen = true; // also if the call fails after its effect
    work.account().changeHook(id, body(actual, url, Marker.withDev(actual, before, since)));
    work.report()
        .info(
            "Hook \""
                + hook.title()
                + "\" ("
                + id
                + ") calls "
                + url
                + " now, instead of "
                + before
                + ". Press Ctrl+C to put it back.");
  }

  /** Puts back what this session changed, once. */
  synchronized void close() {
    if (isOpen) {
      isOpen = false;
      boolean isInterrupted = Thread.interrupted(); // the calls that put it back must not be
      try {
        restore();
      } catch (RossumApiException | GoalException e) {
        work.report()
            .error(e.getMessage() + "\nThe hook was not put back. Run dev with -Drossum.restore.");
      } finally {
        if (isInterrupted) {
          Thread.currentThread().interrupt();
        }
      }
    }
  }

  /** Puts back what a session left. */
  void restore() {
    ObjectNode actual = actual();
    long id = actual.path("id").asLong();
    JsonNode dev = Marker.dev(actual);
    if (!dev.isObject()) {
      work.report().info("Hook " + id + " is not in a development session. Nothing was changed.");
      return;
    }
    String before = dev.path("url_before").asText();
    work.account().changeHook(id, body(actual, before, Marker.withoutDev(actual)));
    work.report().info("Hook \"" + hook.title() + "\" (" + id + ") calls " + before + " again.");
  }

  private static ObjectNode body(ObjectNode actual, String url, ObjectNode metadata) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.set(HookFields.METADATA, metadata);
    ObjectNode config = HookFields.withoutSecrets(actual).withObjectProperty(HookFields.CONFIG);
    body.set(HookFields.CONFIG, config.put("url", url));
    return body;
  }
}
