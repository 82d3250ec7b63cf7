package io.github.rossumext.testkit.assertions;

import static java.util.stream.Collectors.joining;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.testkit.hook.HookFile;
import io.github.rossumext.testkit.hook.HookFinding;
import java.util.List;
import org.assertj.core.api.AbstractAssert;

/**
 * Assertions on the file of a hook. Start with {@link RossumAssertions#assertThat(HookFile)}. Not
 * thread-safe.
 */
@SuppressWarnings("exports") // users of this class have AssertJ on the path
public final class HookFileAssert extends AbstractAssert<HookFileAssert, HookFile> {
  HookFileAssert(HookFile actual) {
    super(actual, HookFileAssert.class);
  }

  /** Asserts that nothing in the file is a mistake. Warnings do not count. */
  public HookFileAssert fits(HookEndpoint endpoint) {
    return require(actual.check(endpoint).stream().filter(HookFinding::isError).toList());
  }

  /** Asserts that nothing in the file is a mistake, and that there is no warning. */
  public HookFileAssert fitsWithoutWarning(HookEndpoint endpoint) {
    return require(actual.check(endpoint));
  }

  private HookFileAssert require(List<HookFinding> findings) {
    if (!findings.isEmpty()) {
      failWithMessage(
          "%s",
          "Expected "
              + actual.path()
              + " to fit the endpoint, but found:\n"
              + findings.stream().map(finding -> "- " + finding).collect(joining("\n")));
    }
    return this;
  }
}
