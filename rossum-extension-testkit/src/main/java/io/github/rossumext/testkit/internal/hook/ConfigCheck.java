package io.github.rossumext.testkit.internal.hook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.testkit.internal.HookFacts;
import java.util.Iterator;
import java.util.Set;

/** How Rossum calls the extension: its URL, how long it waits, and how often it tries. */
final class ConfigCheck {
  private static final Set<String> KEYS =
      Set.of(
          "url",
          "secret",
          "insecure_ssl",
          "client_ssl_certificate",
          "client_ssl_key",
          "private",
          "schedule",
          "timeout_s",
          "retry_count",
          "max_polling_time_s",
          "retry_after_polling_failure",
          "retry_on_any_non_2xx",
          "payload_logging_enabled",
          "app");
  private static final Set<String> POLLED =
      Set.of("upload.created", "invocation.scheduled", "annotation_content.export");
  private static final long DEFAULT_POLLING_TIME = 300;
  private static final long DEFAULT_TIMEOUT = 30;
  private static final String ANY_RETRY = "retry_on_any_non_2xx";

  private ConfigCheck() {}

  static void check(ObjectNode hook, JsonNode handled, Findings findings) {
    JsonNode config = hook.path("config");
    for (Iterator<String> keys = config.fieldNames(); keys.hasNext(); ) {
      String key = keys.next();
      if (!KEYS.contains(key)) {
        findings.unknown("config." + key, key, KEYS);
      }
    }
    url(config.path("url"), handled, findings);
    if (config.path("insecure_ssl").asBoolean()) {
      findings.warning("config.insecure_ssl", "Rossum does not verify the certificate.");
    }
    if (config.path("private").asBoolean()) {
      findings.warning(
          "config.private", "A private hook stays private, and its URL and secret cannot change.");
    }
    for (HookFacts.Range range : HookFacts.CONFIG_RANGES) {
      findings.requireWhole(
          "config." + range.key(), config.path(range.key()), range.least(), range.most());
    }
    schedule(hook, config.path("schedule").path("cron"), findings);
    polling(hook, config.path("max_polling_time_s"), findings);
    for (JsonNode event : handled) {
      compare(event, config, findings);
    }
  }

  private static void url(JsonNode url, JsonNode handled, Findings findings) {
    if (url.asText("").isBlank()) {
      findings.error("config.url", "Expected the URL of the extension.");
      return;
    }
    boolean isStartKnown = !url.asText().startsWith("${") && !url.asText().startsWith("{{");
    if (isLoopback(url.asText())) {
      findings.warning(
          "config.url",
          "Only a program on this machine reaches a URL of 127.0.0.1, such as RossumApiStub in a"
              + " test. Rossum calls a URL that starts with https://.");
    } else if (isStartKnown && !url.asText().startsWith("https://")) {
      findings.error(
          "config.url", "Expected a URL that starts with https://, because Rossum calls no other.");
    }
    if (HookCheck.hasHole(url)) {
      return;
    }
    for (JsonNode event : handled) {
      JsonNode publicUrl = event.path("public_url");
      if (publicUrl.isTextual() && !publicUrl.asText().equals(url.asText())) {
        findings.error(
            "config.url",
            "later("
                + EventCheck.name(event)
                + ") lets Rossum poll "
                + publicUrl.asText()
                + ", but the URL of the hook is "
                + url.asText()
                + ". They must be equal.");
      }
    }
  }

  private static boolean isLoopback(String url) {
    return url.matches("https?://127\\.0\\.0\\.1([:/].*)?");
  }

  private static void schedule(ObjectNode hook, JsonNode cron, Findings findings) {
    boolean isScheduled = has(hook, "invocation.scheduled");
    if (cron.isMissingNode() || cron.isNull()) {
      if (isScheduled) {
        findings.error(
            "config.schedule.cron",
            "invocation.scheduled never happens without a time, such as \"0 2 * * *\".");
      }
      return;
    }
    if (!isScheduled) {
      findings.warning(
          "config.schedule.cron", "It has no effect without the event invocation.scheduled.");
    }
    if (!HookCheck.hasHole(cron)) {
      String fault = Cron.fault(cron.asText());
      if (!fault.isEmpty()) {
        findings.error("config.schedule.cron", fault);
      }
    }
  }

  private static void polling(ObjectNode hook, JsonNode time, Findings findings) {
    boolean isUsed = POLLED.stream().anyMatch(event -> has(hook, event));
    if (!time.isMissingNode() && !time.isNull() && !isUsed) {
      findings.warning(
          "config.max_polling_time_s",
          "It has an effect for upload.created, invocation.scheduled and annotation_content.export"
              + " only. Other events are polled for 300 seconds.");
    }
  }

  private static boolean has(ObjectNode hook, String event) {
    for (JsonNode known : hook.path("events")) {
      if (known.asText().equals(event)) {
        return true;
      }
    }
    return false;
  }

  private static void compare(JsonNode event, JsonNode config, Findings findings) {
    String name = EventCheck.name(event);
    long polled = event.path("polling_time_s").asLong();
    if (polled > config.path("max_polling_time_s").asLong(DEFAULT_POLLING_TIME)) {
      findings.error(
          "config.max_polling_time_s",
          "later("
              + name
              + ") may take "
              + polled
              + " s, but Rossum stops polling earlier. Set it to "
              + polled
              + ".");
    }
    long timeout = config.path("timeout_s").asLong(DEFAULT_TIMEOUT);
    if (!event.path("is_awaited").asBoolean()
        && event.path("timeout_ms").asLong() > timeout * 1000
        && polled == 0) {
      findings.warning(
          "config.timeout_s",
          "The code gives " + name + " more time than Rossum waits, which is " + timeout + " s.");
    }
    if (config.path(ANY_RETRY).asBoolean()) {
      retries(event, name, findings);
    }
  }

  private static void retries(JsonNode event, String name, Findings findings) {
    if (event.path("failure_policy").asText().equals("NO_RETRY")) {
      findings.warning(
          "config." + ANY_RETRY,
          name + " has FailurePolicy.NO_RETRY, but Rossum repeats every request that fails.");
    } else if (event.path("is_once").asBoolean()) {
      findings.warning(
          "config." + ANY_RETRY,
          name
              + " is handled once, but Rossum repeats every request that fails, also those that"
              + " cannot succeed.");
    }
  }
}
