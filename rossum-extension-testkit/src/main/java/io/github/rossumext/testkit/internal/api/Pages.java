package io.github.rossumext.testkit.internal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.rossumext.testkit.internal.Json;
import io.github.rossumext.testkit.internal.document.DocumentNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The text of pages: the lines that a test gives, or else the texts that were captured for the
 * fields.
 */
public final class Pages {
  static final Set<String> GRANULARITIES = Set.of("lines", "words", "chars", "texts", "barcodes");

  private static final int LINE = 30;
  private static final int LETTER = 12;
  private static final int MARGIN = 100;

  private final Organization organization;
  private final Map<Ref, List<String>> texts = new HashMap<>();

  /** A rectangle on a page. */
  record Box(double left, double top, double right, double bottom) {}

  private record Item(Box box, String text) {}

  Pages(Crud.Base base) {
    this.organization = base.organization();
    new Crud(
            base,
            "pages",
            new Crud.Rules() {
              @Override
              public Set<String> filters() {
                return Set.of("id", "annotation", "number");
              }
            })
        .list()
        .get();
    for (String image : new String[] {"content", "preview"}) {
      base.router().add("GET", "pages/{#id}/" + image, this::image);
    }
  }

  private ApiResponse image(ApiRequest request) {
    ObjectNode page = organization.table("pages").get(request.id("id"));
    return ApiResponse.bytes(
        200,
        "image/png",
        ("\u0089PNG of page " + page.path("id")).getBytes(StandardCharsets.ISO_8859_1));
  }

  /**
   * Sets the text of a page.
   *
   * @param number the number of the page, from 1
   */
  void text(LiveAnnotation live, int number, List<String> lines) {
    Ref page =
        Ref.of(live.annotation().path("pages").path(number - 1))
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "The document has "
                            + live.annotation().path("pages").size()
                            + " pages, so it has no page "
                            + number
                            + "."));
    texts.put(page, List.copyOf(lines));
  }

  static Box box(JsonNode edges) {
    return new Box(
        edges.path(0).asDouble(),
        edges.path(1).asDouble(),
        edges.path(2).asDouble(),
        edges.path(3).asDouble());
  }

  private List<Item> lines(LiveAnnotation live, int number) {
    List<String> given =
        Ref.of(live.annotation().path("pages").path(number - 1)).map(texts::get).orElse(null);
    List<Item> lines = new ArrayList<>();
    if (given != null) {
      for (int i = 0; i < given.size(); i++) {
        double top = MARGIN + (double) i * LINE;
        double right = MARGIN + (double) given.get(i).length() * LETTER;
        lines.add(new Item(new Box(MARGIN, top, right, top + LINE), given.get(i)));
      }
      return lines;
    }
    for (DocumentNode field : live.document().datapoints()) {
      JsonNode box = field.json().path("content").path("position");
      if (field.page().orElse(0) == number && box.size() == 4 && !field.displayed().isEmpty()) {
        lines.add(new Item(box(box), field.displayed()));
      }
    }
    return lines;
  }

  private static List<Item> split(Item line, boolean isWords) {
    List<Item> parts = new ArrayList<>();
    double letter = (line.box().right() - line.box().left()) / Math.max(1, line.text().length());
    int at = 0;
    for (String part : line.text().split(isWords ? "(?= )|(?<= )" : "", -1)) {
      double left = line.box().left() + at * letter;
      at += part.length();
      if (!part.isBlank()) {
        double right = line.box().left() + at * letter;
        parts.add(new Item(new Box(left, line.box().top(), right, line.box().bottom()), part));
      }
    }
    return parts;
  }

  /** Returns the items of a page. */
  ArrayNode items(LiveAnnotation live, int number, String granularity) {
    ArrayNode items = Json.newList();
    if (granularity.equals("barcodes")) {
      return items;
    }
    for (Item line : lines(live, number)) {
      boolean isWhole = granularity.equals("lines") || granularity.equals("texts");
      List<Item> parts = isWhole ? List.of(line) : split(line, granularity.equals("words"));
      for (Item part : parts) {
        ObjectNode item = items.addObject();
        item.set("position", edges(part));
        item.put("text", part.text());
      }
    }
    return items;
  }

  private static ArrayNode edges(Item item) {
    ArrayNode edges = Json.newList();
    Box box = item.box();
    return edges.add(box.left()).add(box.top()).add(box.right()).add(box.bottom());
  }

  /** Returns the words whose middle is in a box. */
  String textIn(LiveAnnotation live, int number, Box box) {
    List<String> words = new ArrayList<>();
    for (Item line : lines(live, number)) {
      for (Item word : split(line, true)) {
        double x = (word.box().left() + word.box().right()) / 2;
        double y = (word.box().top() + word.box().bottom()) / 2;
        if (x >= box.left() && x <= box.right() && y >= box.top() && y <= box.bottom()) {
          words.add(word.text());
        }
      }
    }
    return String.join(" ", words);
  }

  /** Finds a phrase within the lines of all pages, with up to this many other letters. */
  ArrayNode find(LiveAnnotation live, String phrase, int tolerance) {
    ArrayNode found = Json.newList();
    int length = phrase.strip().split("\\s+", -1).length;
    for (int number = 1; number <= live.annotation().path("pages").size(); number++) {
      for (Item line : lines(live, number)) {
        List<Item> words = split(line, true);
        for (int i = 0; i + length <= words.size(); i++) {
          Item window = joined(words.subList(i, i + length));
          if (distance(window.text(), phrase.strip().replaceAll("\\s+", " ")) <= tolerance) {
            found.addObject().put("page", number).set("rectangle", edges(window));
          }
        }
      }
    }
    return found;
  }

  private static Item joined(List<Item> words) {
    Item last = words.get(words.size() - 1);
    Box first = words.get(0).box();
    return new Item(
        new Box(first.left(), first.top(), last.box().right(), last.box().bottom()),
        String.join(" ", words.stream().map(Item::text).toList()));
  }

  private static int distance(String one, String other) {
    String a = one.toLowerCase(Locale.ROOT);
    String b = other.toLowerCase(Locale.ROOT);
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
