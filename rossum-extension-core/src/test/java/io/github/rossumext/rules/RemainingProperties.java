package io.github.rossumext.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** What is left of a table is what a plain list would hold, also after edits were taken back. */
class RemainingProperties {
  @Property
  void itIsAsAPlainListAndTakingEverythingBackRestoresIt(
      @ForAll @IntRange(max = 5) int received, @ForAll List<@IntRange(max = 9) Integer> steps) {
    List<Object> all = new ArrayList<>();
    for (int i = 0; i < received; i++) {
      all.add("received " + i);
    }
    List<Object> expected = new ArrayList<>(all);
    List<Object> before = List.copyOf(all);
    Remaining<Object> remaining = new Remaining<>(all);
    Deque<Runnable> undo = new ArrayDeque<>();

    for (int step : steps) {
      if (step < 5 || expected.isEmpty()) {
        Object added = "appended " + undo.size();
        remaining.append(added);
        expected.add(added);
        undo.push(remaining::takeBack);
      } else {
        Object removed = expected.remove(step % expected.size());
        remaining.remove(removed);
        undo.push(() -> remaining.restore(removed));
      }
      assertThat(remaining.present()).containsExactlyElementsOf(expected);
      assertThat(remaining.size()).isEqualTo(expected.size());
      for (int i = 0; i < expected.size(); i++) {
        assertThat(remaining.at(i)).isSameAs(expected.get(i));
      }
    }

    undo.forEach(Runnable::run);
    assertThat(remaining.present()).containsExactlyElementsOf(before);
    assertThat(remaining.size()).isEqualTo(received);
  }
}
