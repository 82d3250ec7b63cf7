package io.github.rossumext.testkit.jqwik;

import io.github.rossumext.schema.SchemaMultivalue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The steps of one conversation. It counts the rows of the document, so that a step meets one that
 * is there, unless the extension adds or removes rows. Not thread-safe.
 */
final class Plan {
  private static final int MOST_STEPS = 8;

  private final Generation generation;
  private final Generation.Mood mood;
  private final Map<String, Integer> rows;
  private final List<Place> flaws;
  private final Random random;
  private final List<Step> steps = new ArrayList<>();

  /**
   * Creates a plan.
   *
   * @param rows the number of rows or values of each multivalue that has any
   * @param flaws what the user should correct before confirming
   */
  Plan(
      Generation generation,
      Generation.Mood mood,
      Map<String, Integer> rows,
      List<Place> flaws,
      Random random) {
    this.generation = generation;
    this.mood = mood;
    this.rows = new HashMap<>(rows);
    this.flaws = flaws;
    this.random = random;
  }

  List<Step> steps() {
    for (int count = random.nextInt(MOST_STEPS + 1); count > 0; count--) {
      step();
    }
    if (isLikely(mood.isCareful() ? 80 : 30)) {
      confirm();
    }
    return steps;
  }

  private boolean isLikely(int percent) {
    return random.nextInt(100) < percent;
  }

  private void step() {
    int kind = random.nextInt(100);
    if (kind < 10 && click()) {
      return;
    }
    if (kind < 18 && kind >= 10 && addRow()) {
      return;
    }
    if (kind < 24 && kind >= 18 && removeRow()) {
      return;
    }
    if (kind >= 24 && kind < 31) {
      steps.add(Step.VALIDATE);
    } else if (kind >= 31 && kind < 38) {
      confirm();
    } else if (kind >= 38 && kind < 46) {
      steps.add(Generation.any(List.of(Step.START, Step.CANCEL, Step.POSTPONE), random));
    } else {
      steps.add(edit());
    }
  }

  private boolean click() {
    List<Place> there = there(generation.places().buttons());
    if (!there.isEmpty()) {
      steps.add(Step.click(inAnyRow(Generation.any(there, random))));
    }
    return !there.isEmpty();
  }

  /** Adds a row, and fills what it needs if the user is careful. */
  private boolean addRow() {
    List<SchemaMultivalue> open =
        generation.places().shownMultivalues().stream()
            .filter(one -> count(one.id()) < one.maxOccurrences())
            .filter(one -> !mood.isCareful() || needs(one).stream().allMatch(this::canFill))
            .toList();
    if (open.isEmpty()) {
      return false;
    }
    SchemaMultivalue multivalue = Generation.any(open, random);
    steps.add(Step.addRow(multivalue.id()));
    int index = count(multivalue.id());
    rows.put(multivalue.id(), index + 1);
    if (mood.isCareful()) {
      fill(needs(multivalue).stream().map(place -> place.at(index)).toList());
    }
    return true;
  }

  /** Returns the cells or values that must not stay empty. */
  private List<Place> needs(SchemaMultivalue multivalue) {
    return Places.inside(multivalue).stream()
        .filter(cell -> !Places.isButton(cell) && !generation.texts().isSound(cell, ""))
        .map(cell -> Place.in(multivalue, cell))
        .toList();
  }

  private boolean canFill(Place place) {
    return generation.isEditable(place) && isTypable(place);
  }

  /** Returns whether a user can choose a text that was not there before. */
  private static boolean isTypable(Place place) {
    return !Places.getsOptions(place.definition());
  }

  private boolean removeRow() {
    List<SchemaMultivalue> filled =
        generation.places().shownMultivalues().stream()
            .filter(one -> one.isTable() && count(one.id()) > 0)
            .toList();
    if (filled.isEmpty()) {
      return false;
    }
    String table = Generation.any(filled, random).id();
    steps.add(Step.remove(table, random.nextInt(count(table))));
    rows.put(table, count(table) - 1);
    return true;
  }

  /** Confirms, and mostly exports. After that the user may begin again. */
  private void confirm() {
    if (mood.isCareful() && isLikely(80)) {
      fill(flaws.stream().filter(this::isThere).filter(Plan::isTypable).toList());
    }
    steps.add(Step.CONFIRM);
    if (isLikely(90)) {
      steps.add(Step.EXPORT);
    }
    if (isLikely(10)) {
      steps.add(Step.EXPORT);
    }
  }

  private void fill(List<Place> wanting) {
    List<Step.Edit> edits =
        wanting.stream()
            .map(
                place -> new Step.Edit(place, generation.texts().sound(place.definition(), random)))
            .toList();
    if (!edits.isEmpty()) {
      steps.add(Step.edit(edits));
    }
  }

  /** Returns an edit, usually of one field and sometimes of several. */
  Step edit() {
    List<Place> there = there(generation.editable());
    if (mood.isCareful()) {
      List<Place> fillable = there.stream().filter(Plan::isTypable).toList();
      there = fillable.isEmpty() ? there : fillable;
    }
    if (there.isEmpty()) {
      there = generation.editable();
    }
    List<Step.Edit> edits = new ArrayList<>();
    int count = random.nextInt(6) == 0 ? 2 + random.nextInt(2) : 1;
    for (int i = 0; i < count; i++) {
      Place place = inAnyRow(Generation.any(there, random));
      edits.add(
          new Step.Edit(
              place,
              mood.isCareful()
                  ? generation.texts().sound(place.definition(), random)
                  : generation.texts().text(place.definition(), random)));
    }
    return Step.edit(List.copyOf(edits));
  }

  private List<Place> there(List<Place> places) {
    return places.stream().filter(this::isThere).toList();
  }

  private boolean isThere(Place place) {
    return !place.isInMultivalue() || place.index() < count(place.multivalue());
  }

  private Place inAnyRow(Place place) {
    int count = count(place.multivalue());
    return place.isInMultivalue() && count > 0 ? place.at(random.nextInt(count)) : place;
  }

  private int count(String multivalue) {
    return rows.getOrDefault(multivalue, 0);
  }
}
