package io.github.rossumext.playground;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The name and the endpoint of a test that is written.
 *
 * @param packageName such as {@code com.example}; {@code ""} for none
 * @param name the simple name
 */
record TestClass(String packageName, String name, EndpointInTest endpoint) {
  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$]{0,99}");

  /** The words that cannot be the name of a class. */
  private static final Set<String> KEYWORDS =
      Set.of(
          ("abstract assert boolean break byte case catch char class const continue default do"
                  + " double else enum extends false final finally float for goto if implements import"
                  + " instanceof int interface long native new null package private protected public"
                  + " return short static strictfp super switch synchronized this throw throws"
                  + " transient true try void volatile while _ permits record sealed var yield")
              .split(" ", -1));

  /**
   * Checks the names, which come from the page and become a file.
   *
   * @throws IllegalArgumentException if they are not names of Java, if Windows cannot have a file
   *     of this name, or if the package does not see the endpoint
   */
  TestClass {
    if (!isIdentifier(name)) {
      throw new IllegalArgumentException(
          "Expected the name of a class, such as WrongTotalTest, but found '" + name + "'.");
    }
    if (!isName(packageName)) {
      throw new IllegalArgumentException(
          "Expected the name of a package, such as com.example, but found '" + packageName + "'.");
    }
    FileNames.requireOfEverySystem(name);
    for (String part : packageName.split("\\.", -1)) {
      FileNames.requireOfEverySystem(part);
    }
    if (!endpoint.isKnown()) {
      throw new IllegalArgumentException(
          "The test needs your endpoint. Name a class of your tests with @RossumTest and a"
              + " @HookUnderTest, which the test extends. Or open the playground with a factory"
              + " that has its secret in a static field that is not private.");
    }
    if (!endpoint.isPublic() && !endpoint.packageName().equals(packageName)) {
      throw new IllegalArgumentException(
          "The test must be in the package "
              + endpoint.packageName()
              + ", because its class with the endpoint is not public.");
    }
  }

  /** Returns whether a text is a name of Java, with or without packages. {@code ""} is one. */
  static boolean isName(String text) {
    return text.isEmpty() || Arrays.stream(text.split("\\.", -1)).allMatch(TestClass::isIdentifier);
  }

  private static boolean isIdentifier(String text) {
    return IDENTIFIER.matcher(text).matches() && !KEYWORDS.contains(text);
  }

  /** Returns the path of the file, below the directory of the sources. */
  String file() {
    return (packageName.isEmpty() ? "" : packageName.replace('.', '/') + "/") + name + ".java";
  }

  /**
   * Returns the source of the test.
   *
   * @param scenario the name of its scenario
   * @param withApi whether the extension calls Rossum back
   * @throws IllegalArgumentException if the test uses another class of its own name
   */
  String source(String scenario, TestLines test, boolean withApi) {
    Set<String> imports = new TreeSet<>(test.imports());
    imports.add("io.github.rossumext.testkit.simulator.RossumSimulator");
    imports.add("java.io.IOException");
    imports.add("org.junit.jupiter.api.Test");
    if (withApi) {
      imports.add("io.github.rossumext.testkit.api.RossumApiStub");
    }
    String members = endpoint.base().isEmpty() ? endpointOfFactory(imports) : "";
    String base = endpoint.base().isEmpty() ? "" : " extends " + nameOfEndpoint(imports);
    requireOther(imports);
    StringBuilder source = new StringBuilder();
    if (!packageName.isEmpty()) {
      source.append("package ").append(packageName).append(";\n\n");
    }
    source.append(
        "import static io.github.rossumext.testkit.assertions.RossumAssertions.assertThat;\n\n");
    imports.forEach(type -> source.append("import ").append(type).append(";\n"));
    source
        .append("\n/** The scenario ")
        .append(scenario)
        .append(" of the playground. */\n")
        .append(endpoint.base().isEmpty() ? "@RossumTest\n" : "")
        .append("class ")
        .append(name)
        .append(base)
        .append(" {\n")
        .append(members)
        .append("  @Test\n  void isAsOnTheScreen(RossumSimulator rossum")
        .append(withApi ? ", RossumApiStub api" : "")
        .append(") throws IOException {\n");
    test.lines().forEach(line -> source.append(line.isEmpty() ? "" : "    " + line).append('\n'));
    return source.append("  }\n}\n").toString();
  }

  private String endpointOfFactory(Set<String> imports) {
    imports.add("io.github.rossumext.testkit.junit.HookUnderTest");
    imports.add("io.github.rossumext.testkit.junit.RossumTest");
    String factory = nameOfEndpoint(imports);
    if (endpoint.secret().isEmpty()) {
      imports.add("io.github.rossumext.HookEndpoint");
      return "  @HookUnderTest\n  HookEndpoint endpoint() {\n    return new "
          + factory
          + "().get();\n  }\n\n";
    }
    if (endpoint.readsVariable()) {
      imports.add("io.github.rossumext.value.Secret");
    }
    imports.add("io.github.rossumext.testkit.simulator.SimulatedHook");
    return "  @HookUnderTest\n  SimulatedHook hook() {\n    return SimulatedHook.of(new "
        + factory
        + "().get(), "
        + endpoint.secret()
        + ");\n  }\n\n";
  }

  /**
   * Imports the class with the endpoint if it is in another package, and returns the name by which
   * the test knows it.
   */
  private String nameOfEndpoint(Set<String> imports) {
    String inPackage = endpoint.nameInPackage();
    if (!endpoint.packageName().isEmpty() && !endpoint.packageName().equals(packageName)) {
      imports.add(endpoint.packageName() + "." + outermost(inPackage));
    }
    return inPackage;
  }

  private static String outermost(String inPackage) {
    return inPackage.split("\\.", -1)[0];
  }

  private void requireOther(Set<String> imports) {
    boolean isTaken =
        outermost(endpoint.nameInPackage()).equals(name)
            || imports.stream().anyMatch(type -> type.endsWith("." + name));
    if (isTaken) {
      throw new IllegalArgumentException(
          "The test uses another class with the name " + name + ". Choose another name.");
    }
  }
}
