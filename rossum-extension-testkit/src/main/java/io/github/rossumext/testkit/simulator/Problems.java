package io.github.rossumext.testkit.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** The problems of one request. */
final class Problems {
  private final String event;
  private final List<Problem> found = new ArrayList<>();

  Problems(String event) {
    this.event = event;
  }

  void add(Problem.Kind kind, String text) {
    found.add(new Problem(kind, event, OptionalInt.empty(), text));
  }

  void file(String text) {
    add(Problem.Kind.FILE, text);
  }

  void operation(int index, String text) {
    found.add(new Problem(Problem.Kind.OPERATION, event, OptionalInt.of(index), text));
  }

  List<Problem> found() {
    return List.copyOf(found);
  }
}
