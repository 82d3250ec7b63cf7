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
  private record Place(String kind, String path) {}

  private final Map<Place, List<String>> texts = new LinkedHashMap<>();

  void add(String kind, String path, String text) {
    texts.computeIfAbsent(new Place(kind, path), place -> new ArrayList<>(1)).add(text);
  }

  /** Returns how others differ from these, in the order of the document. */
  List<Difference> differences(Facts after) {
    Set<Place> places = new LinkedHashSet<>(texts.keySet());
    places.addAll(after.texts.keySet());
    List<Difference> differences = new ArrayList<>();
    for (Place place : places) {
      List<String> removed = new ArrayList<>(texts.getOrDefault(place, List.of()));
      List<String> added = new ArrayList<>(after.texts.getOrDefault(place, List.of()));
      for (String text : List.copyOf(removed)) {
        if (added.remove(text)) { // the order of messages does not matter
          removed.remove(text);
        }
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
