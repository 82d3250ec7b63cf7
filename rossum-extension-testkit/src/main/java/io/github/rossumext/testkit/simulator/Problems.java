package io.github.rossumext.testkit.simulator;

import java.util.ArrayList;
import java.util.List;

/** The problems of one request. */
final class Problems {
  private final String source;
  private final List<Problem> found = new ArrayList<>();

  Problems(String source) {
    this.source = source;
  }

  void add(Problem.Kind kind, String text) {
    found.add(Problem.of(kind, source, text));
  }

  void file(String text) {
    add(Problem.Kind.FILE, text);
  }

  void operation(int index, String text) {
    found.add(Problem.of(Problem.Kind.OPERATION, source, text).withOperation(index));
  }

  List<Problem> found() {
    return List.copyOf(found);
  }
}
