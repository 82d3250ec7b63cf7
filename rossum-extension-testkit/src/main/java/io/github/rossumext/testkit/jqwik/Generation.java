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
  private static final int MOST_STEPS = 8;
  private static final int FARTHEST_ROW = 3;

  private final Places places;
  private final List<Place> editable;
  private final List<Place> buttons;
  private final List<SchemaMultivalue> multivalues;
  private final List<SchemaMultivalue> tables;

  Generation(Places places) {
    this.places = places;
    this.editable = places.editable();
    this.buttons = places.buttons();
    this.multivalues = places.shownMultivalues();
    this.tables = multivalues.stream().filter(SchemaMultivalue::isTable).toList();
  }

  Sketch sketch(Random random) {
    double density = DENSITIES[random.nextInt(DENSITIES.length)];
    Map<String, String> fields = texts(places.fields(), density, random);
    Map<String, List<Map<String, String>>> rows = new LinkedHashMap<>();
    for (SchemaMultivalue multivalue : places.multivalues()) {
      List<SchemaDatapoint> inside = Places.inside(multivalue);
      List<Map<String, String>> all = new ArrayList<>();
      int count = Math.min(ROWS[random.nextInt(ROWS.length)], multivalue.maxOccurrences());
      for (int i = 0; i < count && !inside.isEmpty(); i++) {
        all.add(texts(inside, multivalue.isTable() ? density : 1, random));
      }
      if (!all.isEmpty()) {
        rows.put(multivalue.id(), List.copyOf(all));
      }
    }
    return new Sketch(places.schema(), fields, rows);
  }

  private static Map<String, String> texts(
      List<SchemaDatapoint> fields, double density, Random random) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (SchemaDatapoint field : fields) {
      if (!Places.isButton(field) && random.nextDouble() < density) {
        texts.put(field.id(), TextGeneration.text(field, random));
      }
    }
    return texts;
  }

  List<Step> steps(Random random) {
    List<Step> steps = new ArrayList<>();
    for (int count = random.nextInt(MOST_STEPS + 1); count > 0; count--) {
      steps.add(step(random));
    }
    return steps;
  }

  private Step step(Random random) {
    int kind = random.nextInt(100);
    if (kind < 50) {
      return edit(random);
    } else if (kind < 60 && !buttons.isEmpty()) {
      return Step.click(place(buttons, random));
    } else if (kind < 68 && !multivalues.isEmpty()) {
      return Step.addRow(any(multivalues, random).id());
    } else if (kind < 74 && !tables.isEmpty()) {
      return Step.remove(any(tables, random).id(), random.nextInt(FARTHEST_ROW + 1));
    } else if (kind < 80) {
      return Step.VALIDATE;
    } else if (kind < 88) {
      return Step.CONFIRM;
    } else if (kind < 94) {
      return Step.EXPORT;
    }
    return any(List.of(Step.START, Step.CANCEL, Step.POSTPONE), random);
  }

  /** Returns an edit, usually of one field and sometimes of several. */
  Step edit(Random random) {
    if (editable.isEmpty()) {
      throw new IllegalArgumentException("The schema has no field that a user can edit.");
    }
    List<Step.Edit> edits = new ArrayList<>();
    int count = random.nextInt(6) == 0 ? 2 + random.nextInt(2) : 1;
    for (int i = 0; i < count; i++) {
      Place place = place(editable, random);
      edits.add(new Step.Edit(place, TextGeneration.text(place.definition(), random)));
    }
    return Step.edit(List.copyOf(edits));
  }

  private static Place place(List<Place> places, Random random) {
    Place place = any(places, random);
    return place.isInMultivalue() ? place.at(random.nextInt(FARTHEST_ROW + 1)) : place;
  }

  private static <T> T any(List<T> list, Random random) {
    return list.get(random.nextInt(list.size()));
  }
}
