package io.github.rossumext.testkit.hostile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/**
 * Hostile requests as dynamic tests of JUnit 5. They need {@code junit-jupiter-api} on the path.
 *
 * {@snippet class="io.github.rossumext.snippets.PropertySnippetsTest" region="hostile-tests"}
 */
public final class HostileTests {
  private HostileTests() {}

  /**
   * Returns a test for each case, in groups. If a group has cases that are skipped because they
   * need a wire, one aborted test says so. If the extension does not accept the good request, there
   * is one test, which fails.
   */
  public static Stream<DynamicNode> of(HostileRequests requests) {
    String refusal = requests.refusal();
    if (!refusal.isEmpty()) {
      return Stream.of(
          DynamicTest.dynamicTest(
              "the good request",
              () -> {
                throw new AssertionError(refusal);
              }));
    }
    Map<String, List<HostileCase>> groups =
        requests.cases().stream()
            .collect(
                Collectors.groupingBy(HostileCase::group, LinkedHashMap::new, Collectors.toList()));
    return groups.entrySet().stream()
        .map(group -> DynamicContainer.dynamicContainer(group.getKey(), tests(group.getValue())));
  }

  private static Stream<DynamicTest> tests(List<HostileCase> cases) {
    long skipped = cases.stream().filter(HostileCase::isSkipped).count();
    Stream<DynamicTest> run =
        cases.stream()
            .filter(hostile -> !hostile.isSkipped())
            .map(hostile -> DynamicTest.dynamicTest(hostile.name(), hostile::run));
    return skipped == 0 ? run : Stream.concat(run, Stream.of(skipped(skipped)));
  }

  private static DynamicTest skipped(long count) {
    String why = count + " cases need a wire. Run them against a URL.";
    return DynamicTest.dynamicTest(why, () -> Assumptions.assumeTrue(false, why));
  }
}
