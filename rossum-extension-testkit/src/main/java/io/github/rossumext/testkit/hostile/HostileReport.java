package io.github.rossumext.testkit.hostile;

import java.util.ArrayList;
import java.util.List;

/**
 * What came of the hostile requests. Immutable and thread-safe.
 *
 * @param target what they were sent to
 * @param passed the cases that went as they should
 * @param failures what went wrong, one text a case
 * @param skipped the cases that need a wire
 */
public record HostileReport(
    String target, List<HostileCase> passed, List<String> failures, List<HostileCase> skipped) {
  /** A report. */
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

  /** Whether no case failed. */
  public boolean isPassed() {
    return failures.isEmpty();
  }

  /** The whole report as text. */
  @Override
  public String toString() {
    StringBuilder report = new StringBuilder("Hostile requests to ").append(target).append(": ");
    report.append(passed.size()).append(" passed, ");
    report.append(failures.size()).append(" failed, ");
    report.append(skipped.size()).append(" skipped, since they need a wire\n");
    failures.forEach(failure -> report.append("\nFAILED ").append(failure).append('\n'));
    return report.toString();
  }
}
