package io.github.rossumext.testkit.junit;

import io.github.rossumext.HookEndpoint;
import io.github.rossumext.rules.ContentRule;
import io.github.rossumext.rules.ContentRules;
import io.github.rossumext.testkit.simulator.RossumSimulator;
import io.github.rossumext.testkit.simulator.SimulatedHook;
import io.github.rossumext.value.Secret;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * A search for the {@link HookUnderTest} in the instances of a test, which makes a simulator for
 * it.
 */
final class HookFinder {
  /**
   * A simulator for one test.
   *
   * @param isTests whether the test class made the simulator itself
   * @param toClose an endpoint that the test class made for this test; null if it made none
   */
  record Made(RossumSimulator rossum, boolean isTests, @Nullable HookEndpoint toClose) {}

  /** A field or method, and the instance to read it from. */
  private record Place(Member member, HookUnderTest annotation, Object instance) {}

  private HookFinder() {}

  /** Makes a simulator for the {@link HookUnderTest} of the innermost instance that has one. */
  static Made simulator(List<Object> outermostFirst) {
    for (int i = outermostFirst.size() - 1; i >= 0; i--) {
      List<Place> places = places(outermostFirst.get(i));
      if (places.size() > 1) {
        throw new ExtensionConfigurationException(
            outermostFirst.get(i).getClass().getName()
                + " has more than one @HookUnderTest. For a chain of extensions, annotate one"
                + " method that returns a RossumSimulator with all of them.");
      }
      if (!places.isEmpty()) {
        return make(places.get(0));
      }
    }
    throw new ExtensionConfigurationException(
        "A RossumSimulator needs an extension, but the test class has no @HookUnderTest. Annotate a"
            + " field or method of type ContentRule, ContentRules, HookEndpoint, SimulatedHook or"
            + " RossumSimulator.");
  }

  /** Returns whether a field of this class, or of one around it, registers a RossumExtension. */
  static boolean registers(@Nullable Class<?> testClass) {
    for (Class<?> type = testClass; type != null; type = type.getEnclosingClass()) {
      if (!registering(type).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns the extension that a field of this test's class registers, or of the nearest class
   * around it. A field of an instance counts from when the instance is there.
   */
  static Optional<RossumExtension> registered(ExtensionContext context) {
    for (Class<?> type = context.getTestClass().orElse(null);
        type != null;
        type = type.getEnclosingClass()) {
      List<Field> fields = registering(type);
      for (int i = fields.size() - 1; i >= 0; i--) {
        Optional<RossumExtension> found = value(fields.get(i), type, context);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<RossumExtension> value(
      Field field, Class<?> type, ExtensionContext context) {
    Object instance =
        context.getTestInstances().flatMap(all -> all.findInstance(type)).orElse(null);
    if (instance == null && !Modifier.isStatic(field.getModifiers())) {
      return Optional.empty();
    }
    return ReflectionSupport.tryToReadFieldValue(field, instance)
        .toOptional()
        .filter(RossumExtension.class::isInstance)
        .map(RossumExtension.class::cast);
  }

  /** Returns the fields of a class that register a RossumExtension, those of subclasses last. */
  private static List<Field> registering(Class<?> type) {
    return AnnotationSupport.findAnnotatedFields(
        type,
        RegisterExtension.class,
        field -> field.getType() == RossumExtension.class,
        HierarchyTraversalMode.TOP_DOWN);
  }

  private static List<Place> places(Object instance) {
    List<Place> places = new ArrayList<>();
    Class<?> type = instance.getClass();
    AnnotationSupport.findAnnotatedFields(
            type, HookUnderTest.class, field -> true, HierarchyTraversalMode.BOTTOM_UP)
        .forEach(field -> places.add(place(field, annotation(field), instance)));
    AnnotationSupport.findAnnotatedMethods(
            type, HookUnderTest.class, HierarchyTraversalMode.BOTTOM_UP)
        .forEach(method -> places.add(place(method, annotation(method), instance)));
    return places;
  }

  private static Place place(Member member, HookUnderTest annotation, Object instance) {
    return new Place(member, annotation, instance);
  }

  private static HookUnderTest annotation(AnnotatedElement element) {
    return AnnotationSupport.findAnnotation(element, HookUnderTest.class).orElseThrow();
  }

  private static Made make(Place place) {
    Secret secret = Secret.of(place.annotation().secret());
    Object found = value(place, secret);
    if (found instanceof RossumSimulator rossum && place.member() instanceof Method) {
      return new Made(rossum, true, null);
    }
    if (found instanceof SimulatedHook hook) {
      return new Made(RossumSimulator.of(hook), false, null);
    }
    if (found instanceof HookEndpoint endpoint) {
      return new Made(
          RossumSimulator.of(endpoint, secret),
          false,
          place.member() instanceof Method ? endpoint : null);
    }
    if (found instanceof ContentRule rule) {
      return new Made(RossumSimulator.of(rule), false, null);
    }
    if (found instanceof ContentRules rules) {
      return new Made(RossumSimulator.of(SimulatedHook.of(rules)), false, null);
    }
    throw new ExtensionConfigurationException(
        place.member()
            + " is "
            + (found == null ? "null" : "a " + found.getClass().getName())
            + ", but @HookUnderTest needs a ContentRule, ContentRules, HookEndpoint or"
            + " SimulatedHook, or a method that returns a RossumSimulator.");
  }

  private static @Nullable Object value(Place place, Secret secret) {
    Object instance = place.instance();
    if (place.member() instanceof Method method) {
      Object[] arguments =
          method.getParameterCount() == 1 && method.getParameterTypes()[0] == Secret.class
              ? new Object[] {secret}
              : new Object[0];
      if (arguments.length != method.getParameterCount()) {
        throw new ExtensionConfigurationException(
            method + " must have no parameter or one parameter of type Secret.");
      }
      return ReflectionSupport.invokeMethod(method, instance, arguments);
    }
    return ReflectionSupport.tryToReadFieldValue((Field) place.member(), instance)
        .getOrThrow(
            e -> new ExtensionConfigurationException("Cannot read " + place.member() + ".", e));
  }
}
