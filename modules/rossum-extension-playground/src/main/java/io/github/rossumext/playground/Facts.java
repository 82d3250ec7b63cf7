package io.github.rossumext.playground;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What can be seen of a document and of what an extension did. Not thread-safe. */
final class Facts {
  static final String RESPONSE = "response";
  static final String EXCEPTION = "exception";

  private record Place(String kind, String path) {
    /** Returns whether a text here says that a request failed. */
    boolean isFailure(String text) {
      return kind.equals(EXCEPTION) || (kind.equals(RESPONSE) && !text.startsWith("2"));
    }
  }

  private final Map<Place, List<String>> texts = new LinkedHashMap<>();

  void add(String kind, String path, String text) {
    texts.computeIfAbsent(new Place(kind, path), place -> new ArrayList<>(1)).add(text);
  }

  /**
   * Returns how others differ from these, in the order of the document. A request that fails with
   * both is among them: nothing else can be said of what the two would do with it.
   */
  List<Difference> differences(Facts after) {
    Set<Place> places = new LinkedHashSet<>(texts.keySet());
    places.addAll(after.texts.keySet());
    List<Difference> differences = new ArrayList<>();
    for (Place place : places) {
      List<String> removed = new ArrayList<>(texts.getOrDefault(place, List.of()));
      List<String> added = new ArrayList<>(after.texts.getOrDefault(place, List.of()));
      Set<String> failures = new LinkedHashSet<>();
      for (String text : List.copyOf(removed)) {
        if (added.remove(text)) { // the order of messages does not matter
          removed.remove(text);
          if (place.isFailure(text)) {
            failures.add(text);
          }
        }
      }
      for (String text : failures) {
        Optional<String> same = Optional.of(text);
        differences.add(new Difference("", place.kind(), place.path(), same, same));
      }
      for (int i = 0; i < Math.max(removed.size(), added.size()); i++) {
        differences.add(
            new Difference("", place.kind(), place.path(), textAt(removed, i), textAt(added, i)));
      }
    }
    return differences;
  }

  private static Optional<String> textAt(List<String> texts, int index) {
    return index < texts.size() ? Optional.of(texts.get(index)) : Optional.empty();
  }
}
