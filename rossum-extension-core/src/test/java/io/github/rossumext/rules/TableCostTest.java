package io.github.rossumext.rules;

import static io.github.rossumext.ContentRequest.initialize;
import static io.github.rossumext.ContentRequest.row;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What reads and edits of a table cost: counted, not timed. */
class TableCostTest {
  private static final int ROWS = 8_000;

  /** A list that counts which of its elements are looked at. */
  private static final class Counted extends AbstractList<Object> {
    private final List<Object> elements;
    private long visited;

    Counted(int size) {
      elements = new ArrayList<>(Collections.nCopies(size, null));
      elements.replaceAll(none -> new Object());
    }

    @Override
    public Object get(int index) {
      visited++;
      return elements.get(index);
    }

    @Override
    public void add(int index, Object element) {
      elements.add(index, element);
    }

    @Override
    public Object remove(int index) {
      return elements.remove(index);
    }

    @Override
    public int size() {
      return elements.size();
    }
  }

  @Test
  void toAskForTheSizeAfterEachAppendLooksAtNoRow() {
    Counted rows = new Counted(ROWS);
    Remaining<Object> table = new Remaining<>(rows);

    for (int i = 0; i < ROWS; i++) {
      table.append(new Object());
      assertThat(table.size()).isEqualTo(ROWS + i + 1);
    }

    assertThat(rows.visited).isZero();
  }

  @Test
  void toAskForEachRowByItsPlaceLooksAtEachOnce() {
    Counted rows = new Counted(ROWS);
    Remaining<Object> table = new Remaining<>(rows);

    for (int i = 0; i < ROWS; i++) {
      table.at(i);
    }

    assertThat(rows.visited).isEqualTo(ROWS);
  }

  @Test
  void toAskForEachRowByItsPlaceAfterOneWasRemovedLooksAtEachOnce() {
    Counted rows = new Counted(ROWS);
    Remaining<Object> table = new Remaining<>(rows);
    table.remove(rows.elements.get(0));

    for (int i = 0; i < ROWS - 1; i++) {
      table.at(i);
    }

    assertThat(rows.visited).isEqualTo(ROWS);
  }

  @Test
  void toRemoveAllRowsOneByOneLooksAtEachOnce() {
    Counted rows = new Counted(ROWS);
    Remaining<Object> table = new Remaining<>(rows);

    while (table.size() > 0) {
      table.remove(table.present().iterator().next());
    }

    // The first is looked at once more, before anything was removed.
    assertThat(rows.visited).isEqualTo(ROWS + 1);
    assertThat(table.present()).isEmpty();
  }

  @Test
  void toGoOverTheRowsLooksAtThoseThatAreLeft() {
    Counted rows = new Counted(ROWS);
    Remaining<Object> table = new Remaining<>(rows);
    List<Object> all = new ArrayList<>(table.present());
    all.subList(10, ROWS).forEach(table::remove);
    long before = rows.visited;

    assertThat(table.present()).hasSize(10);

    assertThat(rows.visited).isEqualTo(before);
  }

  @Test
  void aTableKnowsItsSizeWithoutItsRows() {
    ContentEditor content = initialize().table("lines", row("code", "a")).edit();
    Table lines = content.table("lines");

    for (int i = 1; i <= ROWS; i++) {
      lines.append();
      assertThat(lines.size()).isEqualTo(i + 1);
      assertThat(lines.isEmpty()).isFalse();
    }
    // The rows would need more bytes than there are.
    assertThat(allocatedBy(lines::size)).isLessThan(ROWS);
    assertThat(allocatedBy(() -> lines.row(ROWS))).isLessThan(ROWS);

    lines.removeIf(Row::isNew);
    assertThat(lines.size()).isOne();
  }

  @Test
  void aCheckpointCopiesNoEdits() {
    ContentEditor content = initialize().table("lines", row("code", "a")).edit();
    Table lines = content.table("lines");
    for (int i = 0; i < ROWS; i++) {
      lines.append().set("code", "x");
    }
    content.draft().checkpoint();

    // A copy of the edits would need more bytes than there are rows.
    assertThat(allocatedBy(content.draft()::checkpoint)).isLessThan(ROWS);
  }

  private static long allocatedBy(Runnable step) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    step.run();
    return threads.getCurrentThreadAllocatedBytes() - before;
  }
}
