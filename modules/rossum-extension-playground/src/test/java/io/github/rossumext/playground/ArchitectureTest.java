package io.github.rossumext.playground;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** A view of the simulator, which reaches it as any user of the testkit does. */
@AnalyzeClasses(
    packages = "io.github.rossumext.playground",
    importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule nothingInternalIsUsed =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(PlaygroundOnFailure.class.getName())
          .should()
          .dependOnClassesThat()
          .resideInAPackage("io.github.rossumext..internal..");

  @ArchTest
  static final ArchRule noRuleOfTheExtensionIsCalled =
      noClasses().should().dependOnClassesThat().resideInAPackage("io.github.rossumext.rules..");

  @ArchTest
  static final ArchRule logbackIsUsedInOneClass =
      noClasses()
          .that()
          .haveNameNotMatching(".*\\.LogbackLines(\\$.*)?")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("ch.qos.logback..");

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
  static final ArchRule noSignatureMentionsTheServerOrJackson =
      codeUnits()
          .that()
          .arePublic()
          .and()
          .areDeclaredInClassesThat()
          .arePublic()
          .should(
              new ArchCondition<>("mention neither com.sun.net.httpserver nor Jackson") {
                @Override
                public void check(JavaCodeUnit unit, ConditionEvents events) {
                  boolean mentions =
                      Stream.concat(
                              Stream.of(unit.getReturnType()), unit.getParameterTypes().stream())
                          .flatMap(type -> type.getAllInvolvedRawTypes().stream())
                          .map(JavaClass::getPackageName)
                          .anyMatch(name -> name.startsWith("com."));
                  events.add(new SimpleConditionEvent(unit, !mentions, unit.getDescription()));
                }
              });
}
