package io.github.rossumext.testkit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.internal.text.Numbers;
import io.github.rossumext.testkit.internal.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A request of a client. Thread-confined: one thread handles it. */
public final class ApiRequest {
  private final String method;
  private final String path;
  private final String query;
  private final Map<String, String> headers;
  private final byte[] body;
  private final Map<String, List<String>> parameters;
  private final Set<String> read = new HashSet<>();
  private Map<String, String> places = Map.of();
  private @Nullable Caller caller;

  /**
   * Creates a request.
   *
   * @param path the path as it came, such as {@code /api/v1/annotations}
   * @param query the query as it came; {@code ""} for none
   * @param headers the headers; their names are in lower case
   */
  ApiRequest(String method, String path, String query, Map<String, String> headers, byte[] body) {
    this.method = method;
    this.path = path;
    this.query = query;
    this.headers = headers;
    this.body = body;
    this.parameters = parsed(query);
  }

  private static Map<String, List<String>> parsed(String query) {
    Map<String, List<String>> all = new LinkedHashMap<>();
    for (String part : query.split("&", -1)) {
      if (!part.isEmpty()) {
        // The key of "fields!=url" is "fields!".
        int end = part.indexOf('=');
        String key = decoded(end < 0 ? part : part.substring(0, end));
        String value = end < 0 ? "" : decoded(part.substring(end + 1));
        all.computeIfAbsent(key, missing -> new ArrayList<>()).add(value);
      }
    }
    return all;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  String method() {
    return method;
  }

  String path() {
    return path;
  }

  String rawQuery() {
    return query;
  }

  byte[] body() {
    return body;
  }

  /** Returns a header; {@code ""} if it is missing. */
  String header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
  }

  Map<String, String> headers() {
    return headers;
  }

  /** Returns the media type of the body in lower case, without its parameters. */
  String mediaType() {
    String type = header("content-type");
    int end = type.indexOf(';');
    return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
  }

  /** Returns the names of the parameters of the query. */
  List<String> parameters() {
    return List.copyOf(parameters.keySet());
  }

  /** Returns the names of the parameters that nothing has read. */
  List<String> unreadParameters() {
    return parameters.keySet().stream().filter(name -> !read.contains(name)).toList();
  }

  /** Takes these parameters for read. */
  void readAll(Collection<String> names) {
    read.addAll(names);
  }

  /** Returns the last value of a parameter; empty if it is missing. */
  Optional<String> parameter(String name) {
    read.add(name);
    List<String> values = parameters.getOrDefault(name, List.of());
    return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
  }

  /** Returns whether a parameter says true. */
  boolean isSet(String name) {
    return parameter(name)
        .map(text -> text.equalsIgnoreCase("true") || text.equals("1"))
        .orElse(false);
  }

  /** Returns the values of a parameter, which commas separate. */
  List<String> values(String name) {
    read.add(name);
    List<String> values = new ArrayList<>();
    for (String text : parameters.getOrDefault(name, List.of())) {
      for (String value : text.split(",", -1)) {
        if (!value.isBlank()) {
          values.add(value.strip());
        }
      }
    }
    return values;
  }

  /** Returns a whole number of the query. */
  int number(String name, int byDefault) {
    String text = parameter(name).orElse("");
    if (text.isEmpty()) {
      return byDefault;
    }
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw ApiError.field(name, "A valid integer is required.");
    }
  }

  void at(Map<String, String> found) {
    places = found;
  }

  /** Returns the number at a place of the path. */
  long id(String place) {
    return Numbers.id(text(place)).orElseThrow(ApiError::notFound);
  }

  /** Returns the text at a place of the path. */
  String text(String place) {
    return decoded(places.getOrDefault(place, ""));
  }

  void from(Caller who) {
    caller = who;
  }

  /** Returns who sends the request. */
  Caller caller() {
    if (caller == null) {
      throw ApiError.of(401, "Invalid token.");
    }
    return caller;
  }

  Optional<Caller> findCaller() {
    return Optional.ofNullable(caller);
  }

  /** Returns the object in the body; an empty object if the request has no body. */
  ObjectNode object() {
    if (json() instanceof ObjectNode object) {
      return object;
    }
    throw ApiError.field("non_field_errors", "Invalid data. Expected a dictionary.");
  }

  private JsonNode json() {
    if (body.length == 0) {
      return Json.newObject();
    }
    if (!mediaType().equals("application/json")) {
      throw ApiError.of(415, "Unsupported media type \"" + mediaType() + "\" in request.");
    }
    JsonNode json = Json.find(body);
    if (json.isMissingNode()) {
      throw ApiError.of(400, "JSON parse error.");
    }
    return json;
  }
}
