package io.github.rossumext.client;

import io.github.rossumext.content.DatapointTree;
import io.github.rossumext.internal.help.Printable;
import io.github.rossumext.value.RawJson;
import io.github.rossumext.value.ResourceUrl;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the typed calls are made of: paths, bodies and lists. Thread-safe. */
final class Api {
  private static final int PAGE_SIZE = 100;

  private final Transport transport;

  Api(Transport transport) {
    this.transport = transport;
  }

  Transport transport() {
    return transport;
  }

  /** An object at this path. */
  RawJson get(String path) {
    return get(path, Map.of());
  }

  RawJson get(String path, Map<String, ?> parameters) {
    return json(Call.get(transport.resolve(Query.of(path, parameters))));
  }

  /** The JSON of the response; null if it has none. */
  RawJson send(String method, String path, @Nullable Object body) {
    return json(call(method, path, body));
  }

  /** The same, for a call that does the same twice as once. */
  RawJson sendRepeatable(String method, String path, @Nullable Object body) {
    return json(call(method, path, body).repeatable());
  }

  private Call call(String method, String path, @Nullable Object body) {
    Call call = Call.of(method, transport.resolve(path));
    return body == null ? call : call.withJson(Bodies.json(body));
  }

  /** The content of an annotation that the response has. */
  DatapointTree tree(String path) {
    return tree(Call.get(transport.resolve(path)));
  }

  /** The same, of a response to a body. */
  DatapointTree tree(String path, Object body) {
    return tree(call("POST", path, body));
  }

  private DatapointTree tree(Call call) {
    return transport.send(call).tree(call);
  }

  RawJson json(Call call) {
    return transport.send(call).json(call);
  }

  /** Posts files, and returns the JSON of the response. */
  RawJson post(String path, Multipart body) {
    return json(
        Call.of("POST", transport.resolve(path)).withBody(body).withExpected(Call.Expected.JSON));
  }

  /** A list whose pages are fetched when they are needed. */
  <T> Stream<T> list(String path, Map<String, ?> parameters, Function<RawJson, T> view) {
    Call first = Call.get(transport.resolve(Query.of(path, withPageSize(path, parameters))));
    return Pages.stream(transport, first, view);
  }

  /** A list that is asked for by a body. */
  <T> Stream<T> listByPost(
      String path, Map<String, ?> parameters, Object body, Function<RawJson, T> view) {
    Call first =
        call("POST", Query.of(path, withPageSize(path, parameters)), body)
            .repeatable()
            .withExpected(Call.Expected.JSON);
    return Pages.stream(transport, first, view);
  }

  private static Map<String, ?> withPageSize(String path, Map<String, ?> parameters) {
    if (parameters.containsKey("page_size") || path.contains("page_size=")) {
      return parameters;
    }
    Map<String, Object> all = new LinkedHashMap<>(parameters);
    all.put("page_size", PAGE_SIZE);
    return all;
  }

  /** The URL that a response has at this key. */
  ResourceUrl url(String path, RawJson json, String key) {
    return json.find(key)
        .flatMap(RawJson::scalar)
        .filter(url -> !url.isEmpty())
        .map(ResourceUrl::new)
        .orElseThrow(
            () ->
                new RossumApiException(
                    Problem.withoutResponse(
                        call("POST", path, null),
                        "the response does not have a URL \"" + key + "\".",
                        null)));
  }

  /** The URL of an object. */
  ResourceUrl url(String type, long id) {
    return transport.base().url(type, id);
  }

  /** The URL of an object by its id, which is a Long; a URL is sent as it came. */
  ResourceUrl reference(String type, Object idOrUrl) {
    return idOrUrl instanceof ResourceUrl url ? url : url(type, (Long) idOrUrl);
  }

  /** The URLs of objects by their ids or URLs. */
  List<ResourceUrl> references(String type, List<Object> idsOrUrls) {
    return idsOrUrls.stream().map(each -> reference(type, each)).toList();
  }

  /**
   * Returns the id at the end of a URL.
   *
   * @throws IllegalArgumentException if it is the URL of something else
   */
  long id(String type, ResourceUrl url) {
    String shown = Printable.name(url.uri());
    if (!url.type().equals(type)) {
      throw new IllegalArgumentException(
          "Expected a URL of " + type + ", such as " + url(type, 1) + ", but found " + shown + ".");
    }
    transport.resolve(url.uri());
    return url.id()
        .orElseThrow(
            () -> new IllegalArgumentException("The URL does not end in an id: " + shown + "."));
  }
}
