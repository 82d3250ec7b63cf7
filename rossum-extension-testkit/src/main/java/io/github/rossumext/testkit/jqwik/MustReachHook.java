package io.github.rossumext.testkit.jqwik;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/** Fails a property whose conversations did not reach the actions of its {@link MustReach}. */
final class MustReachHook implements AroundPropertyHook {
  private static final Set<String> KNOWN =
      Set.of("initialize", "started", "updated", "user_update", "confirm", "export", "click");

  MustReachHook() {}

  @Override
  public PropertyExecutionResult aroundProperty(
      PropertyLifecycleContext context, PropertyExecutor property) {
    List<String> wanted =
        context.findAnnotation(MustReach.class).stream()
            .flatMap(annotation -> Arrays.stream(annotation.value()))
            .toList();
    if (wanted.isEmpty() || !KNOWN.containsAll(wanted)) {
      throw new IllegalArgumentException(
          "@MustReach needs actions such as export, but found "
              + wanted
              + ". It knows "
              + KNOWN.stream().sorted().toList()
              + ".");
    }
    PropertyExecutionResult result = property.execute();
    if (result.status() != PropertyExecutionResult.Status.SUCCESSFUL) {
      return result;
    }
    Reached reached = Reached.ofProperty();
    List<String> missing =
        wanted.stream().filter(action -> reached.conversations(action) == 0).toList();
    return missing.isEmpty()
        ? result
        : result.mapToFailed(
            new AssertionError(
                "No conversation reached "
                    + String.join(", ", missing)
                    + ".\n\n"
                    + reached.describe()));
  }
}
