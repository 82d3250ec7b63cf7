package io.github.rossumext.testkit.internal.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.testkit.internal.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Lists in pages: by cursor, or by number as older clusters have them. */
final class Lists {
  // Some of them are read in some cases only.
  private static final Set<String> PARAMETERS =
      Set.of("page_size", "cursor", "page", "include_total", "ordering", "fields", "fields!");

  private static final int DEFAULT_SIZE = 20;
  private static final int MOST = 100;

  private final Organization organization;
  private final Cursors cursors = new Cursors();
  private boolean isByNumber;

  Lists(Organization organization) {
    this.organization = organization;
  }

  /** Lets lists have pages by number, with totals, as older clusters have them. */
  void byNumber() {
    isByNumber = true;
  }

  /** Returns one page of a list. */
  ObjectNode page(ApiRequest request, List<ObjectNode> rows) {
    return page(request, rows, MOST);
  }

  ObjectNode page(ApiRequest request, List<ObjectNode> rows, int most) {
    request.readAll(PARAMETERS);
    int size = request.number("page_size", DEFAULT_SIZE);
    if (size < 1 || size > most) {
      throw ApiError.field("page_size", "Ensure this value is from 1 to " + most + ".");
    }
    List<String> ordering = request.values("ordering");
    List<ObjectNode> sorted = sorted(rows, ordering);
    boolean isNumbered =
        request.parameter("page").isPresent()
            || (isByNumber && request.parameter("cursor").isEmpty());
    int from =
        isNumbered ? numbered(request, sorted.size(), size) : after(request, sorted, ordering);
    Window window =
        new Window(Math.max(from, 0), Math.min(Math.max(from, 0) + size, sorted.size()));
    ObjectNode page = Json.newObject();
    ObjectNode pagination = page.putObject("pagination");
    if (isByNumber || request.isSet("include_total")) {
      pagination.put("total", sorted.size());
      pagination.put("total_pages", (sorted.size() + size - 1) / size);
    }
    if (isNumbered) {
      int number = request.number("page", 1);
      link(
          pagination,
          "next",
          window.to < sorted.size(),
          request,
          "page",
          String.valueOf(number + 1));
      link(pagination, "previous", number > 1, request, "page", String.valueOf(number - 1));
    } else {
      String place = request.path();
      link(
          pagination,
          "next",
          window.to < sorted.size(),
          request,
          "cursor",
          window.to == 0 ? "" : cursors.of(place, keys(sorted.get(window.to - 1), ordering)));
      int before = window.from - size;
      link(
          pagination,
          "previous",
          window.from > 0,
          request,
          "cursor",
          before <= 0 ? "" : cursors.of(place, keys(sorted.get(before - 1), ordering)));
    }
    ArrayNode results = page.putArray("results");
    sorted
        .subList(Math.min(window.from, window.to), window.to)
        .forEach(row -> results.add(trimmed(row, request)));
    return page;
  }

  private record Window(int from, int to) {}

  private static int numbered(ApiRequest request, int rows, int size) {
    int number = request.number("page", 1);
    if (number < 1 || (number > 1 && (number - 1) * (long) size >= rows)) {
      throw ApiError.of(404, "Invalid page.");
    }
    return (number - 1) * size;
  }

  private int after(ApiRequest request, List<ObjectNode> sorted, List<String> ordering) {
    String cursor = request.parameter("cursor").orElse("");
    if (cursor.isEmpty()) {
      return 0;
    }
    ObjectNode last = cursors.read(request.path(), cursor);
    Comparator<ObjectNode> order = order(ordering);
    int at = 0;
    while (at < sorted.size() && order.compare(sorted.get(at), last) <= 0) {
      at++;
    }
    return at;
  }

  private void link(
      ObjectNode pagination,
      String key,
      boolean exists,
      ApiRequest request,
      String name,
      String value) {
    if (!exists) {
      pagination.putNull(key);
      return;
    }
    StringBuilder query = new StringBuilder();
    for (String part : request.rawQuery().split("&", -1)) {
      if (!part.isEmpty() && !part.startsWith("cursor=") && !part.startsWith("page=")) {
        query.append(query.length() == 0 ? "" : "&").append(part);
      }
    }
    if (!value.isEmpty()) {
      query.append(query.length() == 0 ? "" : "&").append(name).append('=');
      query.append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
    String path = request.path().substring((Router.API + "/v1/").length());
    pagination.put(key, organization.url(path) + (query.length() == 0 ? "" : "?" + query));
  }

  private static ObjectNode keys(ObjectNode row, List<String> ordering) {
    ObjectNode keys = Json.newObject();
    keys.set("id", row.path("id"));
    for (String one : ordering) {
      String key = one.startsWith("-") ? one.substring(1) : one;
      keys.set(key, row.path(key).deepCopy());
    }
    return keys;
  }

  private static List<ObjectNode> sorted(List<ObjectNode> rows, List<String> ordering) {
    List<ObjectNode> sorted = new ArrayList<>(rows);
    sorted.sort(order(ordering));
    return sorted;
  }

  private static Comparator<ObjectNode> order(List<String> ordering) {
    Comparator<ObjectNode> order = Comparator.comparingLong(row -> row.path("id").asLong());
    for (int i = ordering.size() - 1; i >= 0; i--) {
      String name = ordering.get(i);
      boolean isDown = name.startsWith("-");
      String key = isDown ? name.substring(1) : name;
      Comparator<ObjectNode> first = (one, other) -> Values.compare(one.path(key), other.path(key));
      order = (isDown ? first.reversed() : first).thenComparing(order);
    }
    return order;
  }

  private static ObjectNode trimmed(ObjectNode row, ApiRequest request) {
    List<String> wanted = request.values("fields");
    List<String> unwanted = request.values("fields!");
    if (wanted.isEmpty() && unwanted.isEmpty()) {
      return row;
    }
    ObjectNode copy = row.deepCopy();
    copy.remove(unwanted);
    return wanted.isEmpty() ? copy : copy.retain(wanted);
  }
}
