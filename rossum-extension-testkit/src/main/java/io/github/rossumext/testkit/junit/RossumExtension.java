package io.github.rossumext.testkit.junit;

import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.testkit.Fixture;
import io.github.rossumext.testkit.api.RossumApiStub;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.testkit.simulator.SimulatedHook;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.Extension;
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
 * The JUnit extension that gives tests a simulator and fixtures. If a test fails, it prints all
 * requests and responses. Annotate the class with {@link RossumTest}, or register the extension
 * with your rules:
 *
 * {@snippet class="io.github.rossumext.snippets.TestkitSnippetsTest" region="extension"}
 *
 * <p>Each test gets its own simulator with an open fixture: the invoice, unless {@link WithFixture}
 * or {@link FixtureTest} names another. A parameter of type {@link RossumApiStub} is Rossum's REST
 * API, which has joined the simulator.
 *
 * <p>A test fails if something went wrong and the test did not look at it:
 *
 * <ul>
 *   <li>a request failed, such as by an exception of a rule: see {@link
 *       RossumSimulator#unseenFailures}
 *   <li>a step was refused, or there is a problem: see {@link RossumSimulator#unseenProblems} and
 *       {@link RossumApiStub#unseenProblems}
 *   <li>a fault of the API stub met no request: see {@link RossumApiStub#unseenFaults}
 *   <li>a delivery fault met no attempt: see {@link RossumSimulator#unseenDeliveryFaults}
 * </ul>
 *
 * <p>With the system property {@code rossum.playground=failed}, a failed test opens the module
 * {@code rossum-extension-playground}: it prints a URL, and waits until you press Done on the page,
 * for 30 minutes at most. {@code rossum.playground.limit} sets another time, such as {@code PT5M}.
 * If {@code CI} is set in the environment, no test waits.
 *
 * <p>An extension that a nested class registers replaces the one of the class around it.
 * Thread-safe: tests may run in parallel.
 */
@SuppressWarnings("exports") // users of this class have JUnit on the path
public final class RossumExtension
    implements ParameterResolver,
        TestTemplateInvocationContextProvider,
        TestExecutionExceptionHandler,
        LifecycleMethodExecutionExceptionHandler,
        AfterEachCallback {
  private final @Nullable SimulatedHook hook;

  /** Creates an extension for {@link RossumTest}, which finds the {@link HookUnderTest}. */
  public RossumExtension() {
    this.hook = null;
  }

  private RossumExtension(SimulatedHook hook) {
    this.hook = hook;
  }

  /**
   * Returns an extension for {@code @RegisterExtension} whose simulators run these rules, in this
   * order.
   */
  public static RossumExtension of(ContentRule... rules) {
    return of(SimulatedHook.of(ContentRules.of(rules)));
  }

  /**
   * Returns an extension for {@code @RegisterExtension} whose simulators send their requests to
   * this hook.
   */
  public static RossumExtension of(SimulatedHook hook) {
    return new RossumExtension(hook);
  }

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    boolean isKnown =
        type == RossumSimulator.class || type == RossumApiStub.class || type == Fixture.class;
    return isKnown && !isReplaced(context);
  }

  /**
   * Returns whether a field of the test class, or of one around it, registers an extension that is
   * nearer to the test than this one.
   */
  private boolean isReplaced(ExtensionContext context) {
    return hook == null
        ? HookFinder.registers(context.getTestClass().orElse(null))
        : HookFinder.registered(context).filter(nearest -> nearest != this).isPresent();
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    FixtureChoice choice = FixtureChoice.of(parameter, context);
    Class<?> type = parameter.getParameter().getType();
    if (type == Fixture.class) {
      return choice.fixture();
    }
    if (context.getTestMethod().isEmpty()) {
      throw new ParameterResolutionException(
          "A "
              + type.getSimpleName()
              + " belongs to one test. Take it as a parameter of a test or a @BeforeEach method.");
    }
    TestRun run = TestRun.of(context);
    return type == RossumApiStub.class ? run.api() : run.simulator(choice, context, hook);
  }

  @Override
  public boolean supportsTestTemplate(ExtensionContext context) {
    return AnnotationSupport.isAnnotated(context.getTestMethod(), FixtureTest.class)
        && (hook == null || !isReplaced(context));
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

  /** One run of a {@link FixtureTest}, with its fixture. */
  private record FixtureRun(Fixture fixture, String name) implements TestTemplateInvocationContext {
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
      TestRun.of(context).open(failure, context);
    }
  }

  @Override
  public void afterEach(ExtensionContext context) {
    TestRun run = TestRun.of(context);
    boolean hasPassed = context.getExecutionException().isEmpty();
    try {
      if (hasPassed && FailedTest.isAskedFor()) {
        run.requireNothingUnseen(context); // while its endpoint still responds
      }
    } finally {
      run.close();
    }
    if (hasPassed) {
      run.requireNothingUnseen(context);
    }
  }
}
