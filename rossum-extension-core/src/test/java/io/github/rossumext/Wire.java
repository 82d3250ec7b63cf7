package io.github.rossumext;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.rossumext.exchange.EndpointResponse;
import io.github.rossumext.response.ContentResponse;
import io.github.rossumext.response.HookResponse;
import io.github.rossumext.rules.ContentEditor;
import java.util.ArrayList;
import java.util.List;

/**
 * What goes out, as it stands in the bytes, with single quotes instead of double ones so that a
 * test can be read.
 */
public final class Wire {
  private static final JsonMapper MAPPER = new JsonMapper();

  private Wire() {}

  public static String json(HookResponse response) {
    return quoted(new String(response.toJson(), UTF_8));
  }

  public static String json(EndpointResponse response) {
    return quoted(new String(response.body(), UTF_8));
  }

  public static List<String> operations(ContentEditor content) {
    return operations(content.response());
  }

  public static List<String> operations(ContentResponse response) {
    return elements(response, "operations");
  }

  public static List<String> messages(ContentEditor content) {
    return elements(content.response(), "messages");
  }

  public static List<String> messages(ContentResponse response) {
    return elements(response, "messages");
  }

  public static List<String> blockers(ContentEditor content) {
    return elements(content.response(), "automation_blockers");
  }

  private static List<String> elements(ContentResponse response, String key) {
    List<String> elements = new ArrayList<>();
    tree(response.toJson()).path(key).forEach(element -> elements.add(quoted(element.toString())));
    return elements;
  }

  public static JsonNode tree(byte[] json) {
    try {
      return MAPPER.readTree(new String(json, UTF_8));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("This is not JSON: " + new String(json, UTF_8), e);
    }
  }

  private static String quoted(String json) {
    return json.replace('"', '\'');
  }
}
