package io.github.rossumext;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** One direction of dependencies, and a core that knows no HTTP server and shows no parser. */
@AnalyzeClasses(packages = "io.github.rossumext", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String ROOT = "io.github.rossumext";

  @ArchTest
  static final ArchRule packagesDependOnEachOtherInOneDirection =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("help")
          .definedBy(ROOT + ".internal.help")
          .layer("json")
          .definedBy(ROOT + ".internal.json")
          .layer("value")
          .definedBy(ROOT + ".value")
          .layer("signature")
          .definedBy(ROOT + ".signature")
          .layer("content")
          .definedBy(ROOT + ".content")
          .layer("schema")
          .definedBy(ROOT + ".schema")
          .layer("payload")
          .definedBy(ROOT + ".payload")
          .layer("response")
          .definedBy(ROOT + ".response")
          .layer("check")
          .definedBy(ROOT + ".internal.check")
          .layer("root")
          .definedBy(ROOT)
          .layer("rules")
          .definedBy(ROOT + ".rules")
          .whereLayer("help")
          .mayNotAccessAnyLayer()
          .whereLayer("json")
          .mayNotAccessAnyLayer()
          .whereLayer("value")
          .mayOnlyAccessLayers("help", "json")
          .whereLayer("signature")
          .mayOnlyAccessLayers("help", "json", "value")
          .whereLayer("content")
          .mayOnlyAccessLayers("help", "json", "value")
          .whereLayer("schema")
          .mayOnlyAccessLayers("help", "json", "value", "content")
          .whereLayer("payload")
          .mayOnlyAccessLayers("help", "json", "value", "content", "schema")
          .whereLayer("response")
          .mayOnlyAccessLayers("help", "json", "value", "content", "payload", "schema")
          .whereLayer("check")
          .mayOnlyAccessLayers("json", "value", "content", "payload", "schema", "response")
          .whereLayer("check")
          .mayOnlyBeAccessedByLayers("root", "rules")
          .whereLayer("root")
          .mayOnlyAccessLayers(
              "help", "json", "value", "signature", "content", "payload", "response", "check")
          .whereLayer("rules")
          .mayNotBeAccessedByAnyLayer();

  @ArchTest
  static final ArchRule everyPackageHasAPlaceInThatDirection =
      classes()
          .should()
          .resideInAnyPackage(
              ROOT,
              ROOT + ".internal.check",
              ROOT + ".internal.help",
              ROOT + ".internal.json",
              ROOT + ".value",
              ROOT + ".signature",
              ROOT + ".content",
              ROOT + ".payload",
              ROOT + ".response",
              ROOT + ".schema",
              ROOT + ".rules");

  @ArchTest
  static final ArchRule packagesFormNoCycle = slices().matching("(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule theCoreKnowsNoHttpServer =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "jakarta.servlet..", "javax.servlet..", "com.sun.net.httpserver..", "org.eclipse..");

  @ArchTest
  static final ArchRule jacksonIsUsedInTwoPackagesOnly =
      noClasses()
          .that()
          .resideOutsideOfPackages(ROOT + ".internal.json", ROOT + ".value")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.fasterxml.jackson..");

  @ArchTest
  static final ArchRule noExportedSignatureMentionsJackson =
      codeUnits().that().areDeclaredInClassesThat(areExported()).should(mentionJacksonNowhere());

  @ArchTest
  static final ArchRule noExportedFieldIsOfJackson =
      fields()
          .that()
          .areDeclaredInClassesThat(areExported())
          .and()
          .areNotPrivate()
          .should()
          .notHaveRawType(ofJackson());

  @ArchTest
  static final ArchRule noExportedTypeInheritsFromJackson =
      classes().that(areExported()).should().notBeAssignableTo(ofJackson());

  @ArchTest
  static final ArchRule everyPackageForbidsNull = classes().should(resideInANullMarkedPackage());

  @ArchTest
  static final ArchRule accessorsHaveNoGet =
      methods()
          .that()
          .arePublic()
          .and()
          .areDeclaredInClassesThat(areExported())
          .should()
          .haveNameNotMatching("get([A-Z].*)?");

  private static DescribedPredicate<JavaClass> areExported() {
    return DescribedPredicate.describe(
        "are exported",
        type ->
            type.getModifiers().contains(JavaModifier.PUBLIC)
                && !type.getPackageName().startsWith(ROOT + ".internal."));
  }

  private static DescribedPredicate<JavaClass> ofJackson() {
    return DescribedPredicate.describe(
        "of Jackson", type -> type.getPackageName().startsWith("com.fasterxml.jackson"));
  }

  private static ArchCondition<JavaCodeUnit> mentionJacksonNowhere() {
    return new ArchCondition<>("mention Jackson nowhere that a caller or a subclass sees") {
      @Override
      public void check(JavaCodeUnit unit, ConditionEvents events) {
        boolean isVisible =
            unit.getModifiers().contains(JavaModifier.PUBLIC)
                || unit.getModifiers().contains(JavaModifier.PROTECTED);
        boolean mentions =
            Stream.of(
                    Stream.of(unit.getReturnType()),
                    unit.getParameterTypes().stream(),
                    unit.getTypeParameters().stream(),
                    unit.getExceptionTypes().stream())
                .flatMap(types -> types)
                .flatMap(type -> type.getAllInvolvedRawTypes().stream())
                .anyMatch(ofJackson());
        events.add(new SimpleConditionEvent(unit, !(isVisible && mentions), unit.getDescription()));
      }
    };
  }

  private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
    return new ArchCondition<>("reside in a package that is @NullMarked") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        events.add(
            new SimpleConditionEvent(
                type,
                type.getPackage().isAnnotatedWith(NullMarked.class),
                type.getPackageName() + " is not @NullMarked"));
      }
    };
  }
}
