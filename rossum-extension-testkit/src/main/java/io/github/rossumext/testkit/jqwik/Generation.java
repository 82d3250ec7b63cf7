package io.github.rossumext.testkit.jqwik;

import io.github.rossumext.schema.SchemaDatapoint;
import io.github.rossumext.schema.SchemaMultivalue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A generator of documents and steps. Immutable. */
final class Generation {
  private static final int[] ROWS = {0, 0, 1, 1, 1, 2, 2, 3, 4, 12};
  private static final double[] DENSITIES = {0, 0.2, 0.5, 0.9, 0.9, 1};
  private static final int MOST_FLAWS = 3;
  private static final int FARTHEST_ROW = 3;

  /** The kind of a document, and of a user. */
  enum Mood {
    /** The document meets all constraints, and so does what the user types. */
    SOUND,
    /** A few values break a constraint. The user types what meets them, and may correct a flaw. */
    FLAWED,
    /** Any text may be anywhere. */
    WILD;

    static Mood any(Random random) {
      int chance = random.nextInt(100);
      return chance < 55 ? SOUND : chance < 75 ? FLAWED : WILD;
    }

    boolean isCareful() {
      return this != WILD;
    }
  }

  private final Places places;
  private final TextGeneration texts;
  private final List<Place> editable;

  Generation(Places places) {
    this.places = places;
    this.texts = new TextGeneration(places);
    this.editable = places.editable();
  }

  Places places() {
    return places;
  }

  TextGeneration texts() {
    return texts;
  }

  Sketch sketch(Mood mood, Random random) {
    double density = DENSITIES[random.nextInt(DENSITIES.length)];
    Map<String, String> fields = texts(places.fields(), true, mood, density, random);
    Map<String, List<Map<String, String>>> rows = new LinkedHashMap<>();
    for (SchemaMultivalue multivalue : places.multivalues()) {
      List<SchemaDatapoint> inside = Places.inside(multivalue);
      List<Map<String, String>> all = new ArrayList<>();
      int least = mood.isCareful() ? multivalue.minOccurrences() : 0;
      int count = Math.max(least, ROWS[random.nextInt(ROWS.length)]);
      count = Math.min(count, multivalue.maxOccurrences());
      for (int i = 0; i < count && !inside.isEmpty(); i++) {
        all.add(texts(inside, false, mood, multivalue.isTable() ? density : 1, random));
      }
      if (!all.isEmpty()) {
        rows.put(multivalue.id(), List.copyOf(all));
      }
    }
    Sketch sketch = new Sketch(places.schema(), fields, rows);
    return mood == Mood.FLAWED ? flawed(sketch, random) : sketch;
  }

  private Map<String, String> texts(
      List<SchemaDatapoint> fields, boolean areHeader, Mood mood, double density, Random random) {
    Map<String, String> chosen = new LinkedHashMap<>();
    for (SchemaDatapoint field : fields) {
      if (Places.isButton(field)) {
        continue;
      }
      boolean isDue = mood.isCareful() && !texts.isSound(field, leftOut(field, areHeader));
      if (random.nextDouble() < density || isDue) {
        chosen.put(
            field.id(), mood.isCareful() ? texts.sound(field, random) : texts.text(field, random));
      }
    }
    return chosen;
  }

  /** Returns what a field holds that the builder does not set. */
  private static String leftOut(SchemaDatapoint field, boolean isHeader) {
    return isHeader ? field.defaultValue().orElse("") : "";
  }

  /** Breaks a constraint of some fields that a user can correct. */
  private Sketch flawed(Sketch sound, Random random) {
    Sketch sketch = sound;
    List<Place> all = editable.isEmpty() ? List.of() : editable(rows(sound));
    for (int count = 1 + random.nextInt(MOST_FLAWS); count > 0 && !all.isEmpty(); count--) {
      Place place = any(all, random);
      String text = texts.unsound(place.definition(), random).orElse(null);
      if (text != null) {
        sketch = sketch.with(place, text);
      }
    }
    return sketch;
  }

  private static Map<String, Integer> rows(Sketch sketch) {
    Map<String, Integer> rows = new LinkedHashMap<>();
    sketch.rows().forEach((id, all) -> rows.put(id, all.size()));
    return rows;
  }

  /** Returns what a user can edit of a document with these numbers of rows. */
  List<Place> editable(Map<String, Integer> rows) {
    List<Place> there = new ArrayList<>();
    for (Place place : editable()) {
      int count = place.isInMultivalue() ? rows.getOrDefault(place.multivalue(), 0) : 1;
      for (int i = 0; i < count; i++) {
        there.add(place.at(i));
      }
    }
    return there;
  }

  /** Returns what a user can edit of the document, and should correct. */
  private List<Place> flaws(Sketch sketch) {
    return editable(rows(sketch)).stream()
        .filter(
            place ->
                !texts.isSound(
                    place.definition(),
                    sketch
                        .text(place)
                        .orElseGet(() -> leftOut(place.definition(), !place.isInMultivalue()))))
        .toList();
  }

  /** Returns steps for a document of this kind. */
  List<Step> steps(Mood mood, Sketch sketch, Random random) {
    return new Plan(this, mood, rows(sketch), flaws(sketch), random).steps();
  }

  /** Returns steps for a document with these numbers of rows and these flaws. */
  List<Step> steps(Map<String, Integer> rows, List<Place> flaws, Random random) {
    return new Plan(this, Mood.any(random), rows, flaws, random).steps();
  }

  /** Returns an edit of a document that is not known. */
  Step edit(Random random) {
    Map<String, Integer> rows = new LinkedHashMap<>();
    places.multivalues().forEach(one -> rows.put(one.id(), 1 + random.nextInt(FARTHEST_ROW)));
    return new Plan(this, Mood.any(random), rows, List.of(), random).edit();
  }

  boolean isEditable(Place place) {
    return editable.contains(place.at(0));
  }

  /** Returns the places that a user can edit. */
  List<Place> editable() {
    if (editable.isEmpty()) {
      throw new IllegalArgumentException("The schema has no field that a user can edit.");
    }
    return editable;
  }

  static <T> T any(List<T> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }
}
