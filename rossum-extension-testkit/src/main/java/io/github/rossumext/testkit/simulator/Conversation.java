package io.github.rossumext.testkit.simulator;

import java.util.ArrayList;
import java.util.List;

/** What was said and what was wrong, since the simulator was made. */
final class Conversation {
  private final List<Exchange> exchanges = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();

  void add(Exchange exchange) {
    exchanges.add(exchange);
    problems.addAll(exchange.problems());
  }

  /** Adds what is wrong outside of a request. */
  void add(Problems found) {
    problems.addAll(found.found());
  }

  List<Exchange> exchanges() {
    return List.copyOf(exchanges);
  }

  List<Problem> problems() {
    return List.copyOf(problems);
  }
}
