package io.github.rossumext.testkit.junit;

import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;
import org.opentest4j.TestAbortedException;

/**
 * Gives tests a simulator and fixtures, and shows the conversation where one fails. Apply it by
 * {@link RossumTest}. Thread-safe: tests may run in parallel.
 */
@SuppressWarnings("exports") // who uses this has the library on the path, too
public final class RossumExtension
    implements ParameterResolver,
        TestTemplateInvocationContextProvider,
        TestExecutionExceptionHandler,
        LifecycleMethodExecutionExceptionHandler,
        AfterEachCallback {
  /** Made by JUnit. */
  public RossumExtension() {}

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == RossumSimulator.class || type == Fixture.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    FixtureChoice choice = FixtureChoice.of(parameter, context);
    if (parameter.getParameter().getType() == Fixture.class) {
      return choice.fixture();
    }
    if (context.getTestMethod().isEmpty()) {
      throw new ParameterResolutionException(
          "A simulator is one test's own: take it as a parameter of a test or of @BeforeEach.");
    }
    return TestRun.of(context).simulator(choice, context);
  }

  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return AnnotationSupport.isAnnotated(context.getTestMethod(), FixtureTest.class);
  }

  @Override
  public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(
      ExtensionContext context) {
    FixtureTest wanted =
        AnnotationSupport.findAnnotation(context.getTestMethod(), FixtureTest.class).orElseThrow();
    List<Fixture> fixtures = FixtureSet.of(wanted, context.getRequiredTestClass());
    boolean isNameEnough =
        fixtures.stream().map(Fixture::name).distinct().count() == fixtures.size();
    return fixtures.stream()
        .map(one -> new FixtureRun(one, isNameEnough ? one.name() : one.toString()));
  }

  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    show(context, failure);
    throw failure;
  }

  @Override
  public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    show(context, failure);
    throw failure;
  }

  @Override
  public void handleAfterEachMethodExecutionException(ExtensionContext context, Throwable failure)
      throws Throwable {
    show(context, failure);
    throw failure;
  }

  private static void show(ExtensionContext context, Throwable failure) {
    if (!(failure instanceof TestAbortedException)) {
      TestRun.of(context).show(failure, context);
    }
  }

  @Override
  public void afterEach(ExtensionContext context) {
    TestRun.of(context).close();
  }
}
