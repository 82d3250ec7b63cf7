package io.github.rossumext.playground;

import io.github.rossumext.testkit.junit.HookUnderTest;
import io.github.rossumext.value.Secret;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where a saved test gets its endpoint: from the factory of the playground, or from a class that it
 * extends. Immutable and thread-safe.
 *
 * @param packageName the package of the factory or class; {@code ""} if it is unknown
 * @param factory the full name of the factory; {@code ""} for none
 * @param secret the secret as an expression of Java, such as {@code Factory.SECRET}; {@code ""} if
 *     it is that of {@link HookUnderTest}. A secret is never written to a file
 * @param base the full name of the class that tests extend; {@code ""} if it is unknown
 * @param isPublic whether tests of all packages see the factory or class
 */
record EndpointInTest(
    String packageName, String factory, String secret, String base, boolean isPublic) {
  private static final EndpointInTest UNKNOWN = new EndpointInTest("", "", "", "", true);

  /** Returns that of an endpoint that was passed in: somebody has to name a class. */
  static EndpointInTest unknown() {
    return UNKNOWN;
  }

  /** Returns that of a factory; unknown if no expression leads to its secret. */
  static EndpointInTest of(Class<?> factory, Secret secret) {
    String name = factory.getCanonicalName();
    if (name == null || Modifier.isPrivate(factory.getModifiers())) {
      return UNKNOWN;
    }
    return secretOf(factory, nameIn(factory.getPackageName(), name), secret)
        .map(
            expression ->
                new EndpointInTest(
                    factory.getPackageName(), name, expression, "", isPublic(factory)))
        .orElse(UNKNOWN);
  }

  /** Returns that of a class with a {@link HookUnderTest}, which tests extend. */
  static EndpointInTest ofBase(Class<?> base) {
    int modifiers = base.getModifiers();
    if (base.getCanonicalName() == null
        || Modifier.isFinal(modifiers)
        || Modifier.isPrivate(modifiers)
        || base.isInterface()) {
      throw new IllegalArgumentException(
          "Expected a class that tests can extend, but found " + base.getName() + ".");
    }
    return new EndpointInTest(
        base.getPackageName(), "", "", base.getCanonicalName(), isPublic(base));
  }

  /** Returns whether each package sees a class, which may be nested. */
  private static boolean isPublic(Class<?> type) {
    Class<?> around = type.getEnclosingClass();
    return Modifier.isPublic(type.getModifiers()) && (around == null || isPublic(around));
  }

  /**
   * Returns that of a class that somebody has named, which may be nested. By convention, the names
   * of packages begin with a small letter.
   *
   * @param base the full name
   */
  static EndpointInTest named(String base) {
    String packages =
        Arrays.stream(base.split("\\.", -1))
            .takeWhile(part -> !Character.isUpperCase(part.codePointAt(0)))
            .collect(Collectors.joining("."));
    return new EndpointInTest(packages.equals(base) ? "" : packages, "", "", base, true);
  }

  /** Returns the name of the factory or class within its package, such as {@code Tests.Factory}. */
  String nameInPackage() {
    return nameIn(packageName, base.isEmpty() ? factory : base);
  }

  private static String nameIn(String packageName, String type) {
    return packageName.isEmpty() ? type : type.substring(packageName.length() + 1);
  }

  /** Returns whether the test reads the secret from a variable of the environment. */
  boolean readsVariable() {
    return secret.startsWith("Secret.");
  }

  private static Optional<String> secretOf(Class<?> factory, String name, Secret secret) {
    if (secret.reveal().equals(HookUnderTest.DEFAULT_SECRET)) {
      return Optional.of("");
    }
    for (Field field : factory.getDeclaredFields()) {
      if (Modifier.isStatic(field.getModifiers())
          && !Modifier.isPrivate(field.getModifiers())
          && field.getType() == Secret.class
          && isValue(field, secret)) {
        return Optional.of(name + "." + field.getName());
      }
    }
    String variable = System.getenv(Subject.VARIABLE);
    return variable != null && variable.equals(secret.reveal())
        ? Optional.of("Secret.fromEnv(\"" + Subject.VARIABLE + "\")")
        : Optional.empty();
  }

  private static boolean isValue(Field field, Secret secret) {
    try {
      field.setAccessible(true);
      return field.get(null) instanceof Secret found && found.reveal().equals(secret.reveal());
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      return false; // it cannot be read, so the test cannot name it
    }
  }

  boolean isKnown() {
    return !factory.isEmpty() || !base.isEmpty();
  }
}
