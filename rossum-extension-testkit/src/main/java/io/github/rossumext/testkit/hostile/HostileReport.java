package io.github.rossumext.testkit.hostile;

import java.util.ArrayList;
import java.util.List;

/**
 * The result of the hostile requests. Immutable and thread-safe.
 *
 * @param target the endpoint or URL that got the requests
 * @param passed the cases that passed
 * @param failures a text for each case that failed
 * @param skipped the cases that were skipped because they need a wire
 */
public record HostileReport(
    String target, List<HostileCase> passed, List<String> failures, List<HostileCase> skipped) {
  /** Creates a report. */
  public HostileReport {
    passed = List.copyOf(passed);
    failures = List.copyOf(failures);
    skipped = List.copyOf(skipped);
  }

  static HostileReport of(String target, List<HostileCase> cases) {
    List<HostileCase> passed = new ArrayList<>();
    List<String> failures = new ArrayList<>();
    List<HostileCase> skipped = new ArrayList<>();
    for (HostileCase hostile : cases) {
      if (hostile.isSkipped()) {
        skipped.add(hostile);
        continue;
      }
      try {
        hostile.run();
        passed.add(hostile);
      } catch (AssertionError e) {
        failures.add(String.valueOf(e.getMessage()));
      }
    }
    return new HostileReport(target, passed, failures, skipped);
  }

  /** Returns whether no case failed. */
  public boolean isPassed() {
    return failures.isEmpty();
  }

  /** Returns the whole report as text. */
  @Override
  public String toString() {
    StringBuilder report = new StringBuilder("Hostile requests to ").append(target).append(": ");
    report.append(passed.size()).append(" passed, ");
    report.append(failures.size()).append(" failed, ");
    report.append(skipped.size()).append(" skipped, because they need a wire\n");
    failures.forEach(failure -> report.append("\nFAILED ").append(failure).append('\n'));
    return report.toString();
  }
}
