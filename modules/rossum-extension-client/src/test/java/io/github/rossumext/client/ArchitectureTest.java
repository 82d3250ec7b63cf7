package io.github.rossumext.client;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Core, the JDK's client and nothing else; and no lock around what waits. */
@AnalyzeClasses(packages = "io.github.rossumext.client", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule jacksonIsNotUsed =
      noClasses().should().dependOnClassesThat().resideInAPackage("com.fasterxml..");

  @ArchTest
  static final ArchRule everyPackageForbidsNull =
      classes()
          .should(
              new ArchCondition<>("reside in a package that is @NullMarked") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                  boolean isMarked = type.getPackage().isAnnotatedWith(NullMarked.class);
                  events.add(new SimpleConditionEvent(type, isMarked, type.getName()));
                }
              });

  @ArchTest
  static final ArchRule noSignatureMentionsTheTransportOrWhatIsInternal =
      codeUnits()
          .that()
          .arePublic()
          .and()
          .areDeclaredInClassesThat()
          .arePublic()
          .should(
              new ArchCondition<>("mention neither java.net.http nor internal types") {
                @Override
                public void check(JavaCodeUnit unit, ConditionEvents events) {
                  boolean mentions =
                      Stream.concat(
                              Stream.of(unit.getReturnType()), unit.getParameterTypes().stream())
                          .flatMap(type -> type.getAllInvolvedRawTypes().stream())
                          .anyMatch(ArchitectureTest::isHidden);
                  events.add(new SimpleConditionEvent(unit, !mentions, unit.getDescription()));
                }
              });

  private static boolean isHidden(JavaClass type) {
    String name = type.getPackageName();
    boolean isOwn = name.equals("io.github.rossumext.client");
    return name.startsWith("java.net.http")
        || name.contains(".internal")
        || (isOwn && !type.getModifiers().contains(JavaModifier.PUBLIC));
  }

  @ArchTest
  static final ArchRule accessorsHaveNoGet =
      methods()
          .that()
          .arePublic()
          .and()
          .areDeclaredInClassesThat()
          .arePublic()
          .should()
          .haveNameNotMatching("get[A-Z].*");

  @ArchTest
  static final ArchRule noOptionalIsTaken =
      codeUnits()
          .that()
          .arePublic()
          .and()
          .areDeclaredInClassesThat()
          .arePublic()
          .should(
              new ArchCondition<>("take no Optional") {
                @Override
                public void check(JavaCodeUnit unit, ConditionEvents events) {
                  boolean takes =
                      unit.getRawParameterTypes().stream()
                          .anyMatch(type -> type.isEquivalentTo(Optional.class));
                  events.add(new SimpleConditionEvent(unit, !takes, unit.getDescription()));
                }
              });

  // A virtual thread that waits within synchronized holds its carrier.
  @ArchTest
  static final ArchRule nothingIsSynchronized =
      methods().should().notHaveModifier(JavaModifier.SYNCHRONIZED);

  @Test
  void noBlockIsSynchronized() throws IOException {
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      assertThat(sources.filter(Files::isRegularFile).toList())
          .isNotEmpty()
          .allSatisfy(
              source ->
                  assertThat(Files.readString(source)).doesNotContainPattern("synchronized *\\("));
    }
  }

  // Drafts and queries are mutable, and say so; pages belong to one stream, attempts to one call.
  @ArchTest
  static final ArchRule whatThreadsShareIsPublishedSafely =
      fields()
          .that()
          .areNotStatic()
          .and()
          .areDeclaredInClassesThat()
          .haveNameNotMatching(".*(Draft|Query|Pages|Download|Attempts|BoundedBody|Multipart)")
          .should(
              new ArchCondition<>("be final or volatile") {
                @Override
                public void check(JavaField field, ConditionEvents events) {
                  boolean isSafe =
                      field.getModifiers().contains(JavaModifier.FINAL)
                          || field.getModifiers().contains(JavaModifier.VOLATILE);
                  events.add(new SimpleConditionEvent(field, isSafe, field.getDescription()));
                }
              });

  @Test
  void theModuleNeedsTheCoreAndTheJdkOnly() throws IOException {
    try (InputStream file = Files.newInputStream(Path.of("target/classes/module-info.class"))) {
      assertThat(ModuleDescriptor.read(file).requires())
          .extracting(ModuleDescriptor.Requires::name)
          .containsExactlyInAnyOrder(
              "java.base", "java.net.http", "io.github.rossumext", "org.jspecify", "org.slf4j");
    }
  }
}
