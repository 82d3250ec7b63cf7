package io.github.rossumext.spring.test;

import io.github.rossumext.testkit.api.RossumApiStub;
import io.github.rossumext.testkit.simulator.Exchange;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.TestExecutionListener;

/**
 * Ends the simulator and the stub of a test, and fails it if it did not look at what went wrong.
 */
final class SliceListener implements TestExecutionListener {
  @Override
  public void afterTestMethod(TestContext test) {
    if (!TestContextAnnotationUtils.hasAnnotation(test.getTestClass(), RossumExtensionTest.class)) {
      return;
    }
    ConfigurableBeanFactory beans =
        ((ConfigurableApplicationContext) test.getApplicationContext()).getBeanFactory();
    if (beans.getRegisteredScope(TestScope.NAME) instanceof TestScope scope) {
      List<String> unseen = unseen(scope);
      scope.end();
      test.getApplicationContext()
          .getBeanProvider(TestDeliveries.class)
          .ifAvailable(TestDeliveries::forget);
      if (test.getTestException() == null && !unseen.isEmpty()) {
        throw new AssertionError(
            "Something went wrong, and the test did not look at it:\n"
                + String.join("\n", unseen)
                + "\nIf the test expects it, assert it, such as with"
                + " assertThat(rossum).lastExchange().hasStatus(500) or"
                + " assertThat(rossum).hasProblemContaining(…).");
      }
    }
  }

  private static List<String> unseen(TestScope scope) {
    List<String> unseen = new ArrayList<>();
    RossumSimulator rossum = scope.find(RossumSimulator.class);
    if (rossum != null) {
      rossum.unseenFailures().stream().map(Exchange::describe).forEach(unseen::add);
      rossum.unseenProblems().forEach(problem -> unseen.add(problem.toString()));
    }
    RossumApiStub api = scope.find(RossumApiStub.class);
    if (api != null) {
      api.unseenProblems().forEach(problem -> unseen.add(problem.toString()));
      api.unseenFaults().forEach(fault -> unseen.add("no request met the fault " + fault));
    }
    return unseen;
  }
}
