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
 * Hostile requests as dynamic tests of JUnit 5, which has to be on the path of whoever uses this.
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicNode> hostileRequests() {
 *   return HostileTests.of(HostileRequests.against(endpoint, secret));
 * }
 * }</pre>
 */
public final class HostileTests {
  private HostileTests() {}

  /** A test for each case, by groups; what needs a wire and has none is aborted and says so. */
  public static Stream<DynamicNode> of(HostileRequests requests) {
    Map<String, List<HostileCase>> groups =
        requests.cases().stream()
            .collect(
                Collectors.groupingBy(HostileCase::group, LinkedHashMap::new, Collectors.toList()));
    return groups.entrySet().stream()
        .map(
            group ->
                DynamicContainer.dynamicContainer(
                    group.getKey(), group.getValue().stream().map(HostileTests::test)));
  }

  private static DynamicTest test(HostileCase hostile) {
    return DynamicTest.dynamicTest(
        hostile.name(),
        () -> {
          Assumptions.assumeFalse(hostile.isSkipped(), "This needs a wire: run it against a URL.");
          hostile.run();
        });
  }
}
