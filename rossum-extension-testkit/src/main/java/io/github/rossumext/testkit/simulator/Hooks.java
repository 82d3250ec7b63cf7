package io.github.rossumext.testkit.simulator;

import java.util.ArrayList;
import java.util.List;

/**
 * The hooks of a queue, in stages. Stages run one after another, the hooks of a stage in parallel.
 */
final class Hooks {
  private final List<List<SimulatedHook>> stages = new ArrayList<>();

  void then(SimulatedHook hook) {
    stages.add(new ArrayList<>(List.of(hook)));
  }

  void alongside(SimulatedHook hook) {
    stages.get(stages.size() - 1).add(hook);
  }

  List<List<SimulatedHook>> stages() {
    return stages;
  }

  List<SimulatedHook> all() {
    return stages.stream().flatMap(List::stream).toList();
  }
}
