package io.github.rossumext.testkit.junit;

import io.github.rossumext.testkit.Fixture;
import java.util.List;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/** One run of a {@link FixtureTest}, with its fixture. */
record FixtureRun(Fixture fixture, String name) implements TestTemplateInvocationContext {
  @Override
  public String getDisplayName(int invocation) {
    return name;
  }

  @Override
  public List<Extension> getAdditionalExtensions() {
    BeforeEachCallback remember = context -> TestRun.of(context).runFor(fixture);
    return List.of(remember);
  }
}
