package io.github.rossumext.testkit.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.rossumext.testkit.internal.Json;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The place of a URL of Rossum's API, such as {@code
 * https://example.rossum.app/api/v1/annotations/314}. It names a host of the request, or one of
 * Rossum, and known resources with their ids. Any other text is masked. Immutable.
 */
final class ApiUrls implements Place {
  /** The place of the root of Rossum's API. */
  static final Place BASE = Place.text("https?://[\\w.-]+(:\\d+)?(/api)?(/v1)?/?");

  private static final String ROOT = "https?://([\\w.-]+)(?::\\d+)?(?:/api)?/v1";
  private static final Pattern URL =
      Pattern.compile(
          ROOT
              + "(?:/(?:annotations|automation_blockers|connectors|content|document_relations"
              + "|documents|email_threads|emails|engines|groups|hooks|inboxes|labels|memberships"
              + "|organizations|pages|queues|relations|rules|schemas|suggested_edits|uploads|users"
              + "|workflow_runs|workflow_steps|workflows|workspaces)(?:/\\d+)?)+/?");
  private static final Pattern START = Pattern.compile("https?://([\\w.-]+).*", Pattern.DOTALL);

  private final Set<String> hosts = new HashSet<>();

  ApiUrls(JsonNode request) {
    addHostOf(request.path("base_url").asText());
    addHostOf(request.path("hook").asText());
  }

  private void addHostOf(String url) {
    Matcher start = START.matcher(url);
    if (start.matches()) {
      hosts.add(host(start));
    }
  }

  @Override
  public JsonNode masked(JsonNode value) {
    if (value instanceof ArrayNode list) {
      return Json.mapped(list, this::masked);
    }
    return value.isTextual() && isOfApi(value.asText()) ? value : UNKNOWN.masked(value);
  }

  private boolean isOfApi(String text) {
    Matcher url = URL.matcher(text);
    return url.matches()
        && (hosts.contains(host(url)) || host(url).matches("(.+\\.)?rossum\\.(ai|app)"));
  }

  private static String host(Matcher url) {
    return url.group(1).toLowerCase(Locale.ROOT);
  }
}
