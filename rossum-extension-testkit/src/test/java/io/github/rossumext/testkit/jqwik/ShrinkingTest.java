package io.github.rossumext.testkit.jqwik;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The smallest samples that still fail, as jqwik finds them, and what the laws tell of them. */
class ShrinkingTest {
  private static final Path APPROVED =
      Path.of("src/test/resources/io/github/rossumext/testkit/jqwik");

  @ParameterizedTest
  @ValueSource(
      classes = {
        BrokenRules.ThrowsForAQuantityOverAHundred.class,
        BrokenRules.ThrowsAtOneEdit.class,
        BrokenRules.CountsUp.class,
        BrokenRules.TellsOfWhatIsHidden.class,
        BrokenRules.FailsAtAnUnreadableDate.class,
        BrokenRules.OfOneDocument.class
      })
  void aBrokenLawIsToldByTheSmallestSample(Class<?> property) throws IOException {
    Path approved = APPROVED.resolve(property.getSimpleName() + ".txt");
    String told = failure(property);
    if (Boolean.getBoolean("rossum.testkit.approve")) {
      Files.writeString(approved, told);
    }
    assertThat(told).isEqualTo(Files.readString(approved));
  }

  private static String failure(Class<?> property) {
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
