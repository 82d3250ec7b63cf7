package io.github.rossumext.testkit.jqwik;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Properties that jqwik runs, and what they fail with. */
final class Failures {
  private Failures() {}

  /** Returns the message of the failure of the only property of a class. */
  static String of(Class<?> property) {
    AtomicReference<@Nullable String> failure = new AtomicReference<>();
    LauncherFactory.create()
        .execute(
            LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(property))
                .filters(EngineFilter.includeEngines("jqwik"))
                .configurationParameter("jqwik.reporting.onlyfailures", "true")
                .build(),
            new TestExecutionListener() {
              @Override
              public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                result.getThrowable().ifPresent(thrown -> failure.set(thrown.getMessage()));
              }
            });
    return Objects.requireNonNullElse(failure.get(), "No failure");
  }
}
