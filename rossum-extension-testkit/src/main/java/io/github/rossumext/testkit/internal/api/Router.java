package io.github.rossumext.testkit.internal.api;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The paths of the API, and what handles each. Not thread-safe while routes are added. */
final class Router {
  /** The path of the API, before the version. */
  static final String API = "/api";

  private static final String VERSION = API + "/v1/";

  private final List<Route> routes = new ArrayList<>();
  private final Map<String, ApiResponse> canned = new HashMap<>();

  /** Handles a request, or throws an {@link ApiError}. */
  interface Handler {
    ApiResponse handle(ApiRequest request);
  }

  private record Route(String method, List<String> pattern, Handler handler) {
    @Nullable Map<String, String> places(List<String> path) {
      if (path.size() != pattern.size()) {
        return null;
      }
      Map<String, String> places = new HashMap<>();
      for (int i = 0; i < path.size(); i++) {
        String wanted = pattern.get(i);
        if (!wanted.startsWith("{")) {
          if (!wanted.equals(path.get(i))) {
            return null;
          }
        } else if (path.get(i).isEmpty() || (wanted.startsWith("{#") && !isNumber(path.get(i)))) {
          return null;
        } else {
          places.put(wanted.replaceAll("[{}#]", ""), path.get(i));
        }
      }
      return places;
    }

    private static boolean isNumber(String text) {
      return text.length() <= 18 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
  }

  /** What a path leads to: a handler, or the methods that it has instead. */
  record Found(@Nullable Handler handler, Set<String> methods) {}

  /**
   * Adds a route.
   *
   * @param pattern the path after {@code /api/v1/}, or from {@code /svc/} on. A part <code>{#id}
   *     </code> matches a number, a part <code>{name}</code> any text
   */
  void add(String method, String pattern, Handler handler) {
    routes.add(new Route(method, parts(pattern), handler));
  }

  private static List<String> parts(String path) {
    return List.of(path.split("/", -1));
  }

  /** Adds a response that a test gives for a path, whatever the routes are. */
  void can(String method, String path, ApiResponse response) {
    canned.put(method + " " + path, response);
  }

  /** Finds what handles a request, and tells the request the places of its path. */
  Found find(ApiRequest request) {
    String path = request.path();
    String local = path.startsWith(VERSION) ? path.substring(API.length()) : path;
    ApiResponse given = canned.get(request.method() + " " + local);
    if (given != null) {
      request.readAll(request.parameters()); // it is for any query
      return new Found(ignored -> given, Set.of());
    }
    String inner = path.startsWith(VERSION) ? path.substring(VERSION.length()) : path;
    List<String> parts = parts(inner);
    Set<String> methods = new LinkedHashSet<>();
    for (Route route : routes) {
      Map<String, String> places = route.places(parts);
      if (places != null) {
        if (route.method().equals(request.method())) {
          request.at(places);
          return new Found(route.handler(), Set.of());
        }
        methods.add(route.method());
      }
    }
    return new Found(null, methods);
  }
}
