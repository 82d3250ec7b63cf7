package io.github.rossumext;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
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
import com.tngtech.archunit.core.domain.JavaField;
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
          .layer("text")
          .definedBy(ROOT + ".internal.text")
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
          .layer("exchange")
          .definedBy(ROOT + ".exchange")
          .layer("listener")
          .definedBy(ROOT + ".listener")
          .layer("http")
          .definedBy(ROOT + ".internal.http")
          .layer("delivery")
          .definedBy(ROOT + ".delivery")
          .layer("deliveries")
          .definedBy(ROOT + ".internal.delivery")
          .layer("root")
          .definedBy(ROOT)
          .layer("rules")
          .definedBy(ROOT + ".rules")
          .whereLayer("help")
          .mayNotAccessAnyLayer()
          .whereLayer("text")
          .mayNotAccessAnyLayer()
          .whereLayer("json")
          .mayOnlyAccessLayers("text")
          .whereLayer("value")
          .mayOnlyAccessLayers("help", "text", "json")
          .whereLayer("signature")
          .mayOnlyAccessLayers("help", "json", "value")
          .whereLayer("content")
          .mayOnlyAccessLayers("help", "text", "json", "value")
          .whereLayer("schema")
          .mayOnlyAccessLayers("help", "text", "json", "value", "content")
          .whereLayer("payload")
          .mayOnlyAccessLayers("help", "json", "value", "content", "schema")
          .whereLayer("response")
          .mayOnlyAccessLayers("help", "text", "json", "value", "content", "payload", "schema")
          .whereLayer("check")
          .mayOnlyAccessLayers(
              "help", "text", "json", "value", "content", "payload", "schema", "response")
          .whereLayer("check")
          .mayOnlyBeAccessedByLayers("root", "rules")
          .whereLayer("exchange")
          .mayOnlyAccessLayers("value", "response")
          .whereLayer("listener")
          .mayOnlyAccessLayers("help", "payload", "response")
          .whereLayer("http")
          .mayOnlyAccessLayers(
              "help", "value", "payload", "content", "response", "exchange", "listener")
          .whereLayer("delivery")
          .mayOnlyAccessLayers("help")
          .whereLayer("deliveries")
          .mayOnlyAccessLayers(
              "help",
              "json",
              "value",
              "signature",
              "payload",
              "exchange",
              "listener",
              "http",
              "delivery")
          .whereLayer("root")
          .mayOnlyAccessLayers(
              "help",
              "json",
              "value",
              "signature",
              "payload",
              "response",
              "check",
              "exchange",
              "listener",
              "http",
              "delivery",
              "deliveries")
          .whereLayer("rules")
          .mayNotBeAccessedByAnyLayer();

  @ArchTest
  static final ArchRule everyPackageHasAPlaceInThatDirection =
      classes()
          .should()
          .resideInAnyPackage(
              ROOT,
              ROOT + ".delivery",
              ROOT + ".internal.check",
              ROOT + ".internal.delivery",
              ROOT + ".internal.help",
              ROOT + ".internal.http",
              ROOT + ".internal.json",
              ROOT + ".internal.text",
              ROOT + ".exchange",
              ROOT + ".listener",
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
  static final ArchRule theRootShowsOnlyWhatAuthorsUse =
      classes()
          .that()
          .resideInAPackage(ROOT)
          .and()
          .arePublic()
          .should()
          .haveNameMatching(
              ".*\\.(Hook(Endpoint|Event|Handler|Context)(\\$Builder)?|NotificationHandler"
                  + "|FailurePolicy|LossyWrites|WarmUp(\\$Server)?|\\w+Exception)");

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
      codeUnits()
          .that()
          .areDeclaredInClassesThat(areExported())
          .should(mentionNowhere(ofJackson()));

  @ArchTest
  static final ArchRule noExportedSignatureMentionsAnInternalType =
      codeUnits().that().areDeclaredInClassesThat(areExported()).should(mentionNowhere(internal()));

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

  // A question keeps its verb if it has an argument; value() is what a field holds, not a question.
  @ArchTest
  static final ArchRule booleanAccessorsBeginWithIsOrHas =
      methods()
          .that()
          .arePublic()
          .and()
          .areDeclaredInClassesThat(areExported())
          .and()
          .haveRawParameterTypes(new Class<?>[0])
          .and()
          .haveRawReturnType(boolean.class)
          .should()
          .haveNameMatching("(is|has)[A-Z].*|value");

  @ArchTest
  static final ArchRule noOptionalIsTaken =
      codeUnits()
          .that()
          .arePublic()
          .and()
          .areDeclaredInClassesThat(areExported())
          .should(takeNoOptional());

  // Whoever gets such an object from another thread sees all of it, lazy parts included.
  @ArchTest
  static final ArchRule immutableTypesPublishTheirStateSafely =
      fields()
          .that()
          .areDeclaredInClassesThat(
              resideInAnyPackage(
                  ROOT + ".internal.help",
                  ROOT + ".internal.json",
                  ROOT + ".internal.text",
                  ROOT + ".delivery",
                  ROOT + ".exchange",
                  ROOT + ".listener",
                  ROOT + ".value",
                  ROOT + ".content",
                  ROOT + ".payload",
                  ROOT + ".schema",
                  ROOT + ".signature",
                  ROOT + ".response"))
          .and()
          .areDeclaredInClassesThat(areShared())
          .and(areNotPublishedByTheFinalFieldOfAnother())
          .should(beFinalOrVolatile());

  // The parent of a node is written before its tree or schema is made, whose final field publishes
  // the nodes with all that was written until then. Nobody can reach a node otherwise.
  private static DescribedPredicate<JavaField> areNotPublishedByTheFinalFieldOfAnother() {
    return DescribedPredicate.describe(
        "are not published by the final field of another class",
        field ->
            !field.getFullName().matches(".*\\.(content\\.Node|schema\\.SchemaNode)\\.parent"));
  }

  private static DescribedPredicate<JavaClass> areShared() {
    return DescribedPredicate.describe(
        "are shared between threads, unlike builders, readers and what one request works out",
        type ->
            !type.getSimpleName()
                .matches(
                    "Builder|Row|JsonCursor|KeyCount|TreeReader|PayloadReader|MultivalueFacts|Scan"
                        + "|Found|Misspelt"));
  }

  private static ArchCondition<JavaField> beFinalOrVolatile() {
    return new ArchCondition<>("be final or volatile") {
      @Override
      public void check(JavaField field, ConditionEvents events) {
        boolean isSafe =
            field.getModifiers().contains(JavaModifier.FINAL)
                || field.getModifiers().contains(JavaModifier.VOLATILE);
        events.add(new SimpleConditionEvent(field, isSafe, field.getDescription()));
      }
    };
  }

  private static ArchCondition<JavaCodeUnit> takeNoOptional() {
    return new ArchCondition<>("take no Optional") {
      @Override
      public void check(JavaCodeUnit unit, ConditionEvents events) {
        boolean takes =
            unit.getRawParameterTypes().stream()
                .anyMatch(type -> type.getName().matches("java\\.util\\.Optional.*"));
        events.add(new SimpleConditionEvent(unit, !takes, unit.getDescription()));
      }
    };
  }

  private static DescribedPredicate<JavaClass> areExported() {
    return DescribedPredicate.describe(
        "are exported",
        type ->
            type.getModifiers().contains(JavaModifier.PUBLIC)
                && !type.getPackageName().startsWith(ROOT + ".internal."));
  }

  private static DescribedPredicate<JavaClass> internal() {
    return DescribedPredicate.describe(
        "of a package that is not exported",
        type -> type.getPackageName().startsWith(ROOT + ".internal."));
  }

  private static DescribedPredicate<JavaClass> ofJackson() {
    return DescribedPredicate.describe(
        "of Jackson", type -> type.getPackageName().startsWith("com.fasterxml.jackson"));
  }

  private static ArchCondition<JavaCodeUnit> mentionNowhere(DescribedPredicate<JavaClass> types) {
    return new ArchCondition<>(
        "mention no type " + types.getDescription() + " that a caller or a subclass sees") {
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
                .flatMap(some -> some)
                .flatMap(type -> type.getAllInvolvedRawTypes().stream())
                .anyMatch(types);
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
