package io.github.rossumext.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
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
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** One document, one set of formats, one JSON reader, and no circle between the packages. */
@AnalyzeClasses(packages = "io.github.rossumext.testkit", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String ROOT = "io.github.rossumext.testkit";
  private static final String INTERNAL = ROOT + ".internal";
  private static final String DOCUMENT = INTERNAL + ".document";

  @ArchTest
  static final ArchRule packagesFormNoCycle = slices().matching("(**)").should().beFreeOfCycles();

  @ArchTest
  static final ArchRule theDocumentKnowsNothingOfThoseWhoStandOnIt =
      noClasses()
          .that()
          .resideInAPackage(INTERNAL + "..")
          // The playground shows a simulator, through this package.
          .and()
          .resideOutsideOfPackage(INTERNAL + ".failure")
          .should()
          .dependOnClassesThat(
              DescribedPredicate.describe(
                  "are of the testkit and not internal",
                  (JavaClass type) ->
                      type.getPackageName().startsWith(ROOT)
                          && !type.getPackageName().startsWith(INTERNAL)));

  @ArchTest
  static final ArchRule jsonIsReadInOneClass =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(INTERNAL + ".Json")
          .should()
          .dependOnClassesThat()
          .areAssignableTo(ObjectMapper.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(JsonMapper.Builder.class);

  @ArchTest
  static final ArchRule numbersAreReadInTheDocumentOnly =
      noClasses()
          .that()
          .resideOutsideOfPackage(DOCUMENT)
          .should()
          .callConstructor(BigDecimal.class, String.class);

  @ArchTest
  static final ArchRule datesAreReadInTheDocumentOnly =
      noClasses()
          .that()
          .resideOutsideOfPackage(DOCUMENT)
          .should()
          .callMethod(LocalDate.class, "parse", CharSequence.class);

  @ArchTest
  static final ArchRule noExportedSignatureMentionsWhatIsInternal =
      codeUnits()
          .that()
          .areDeclaredInClassesThat()
          .resideOutsideOfPackage(INTERNAL + "..")
          .should(mentionNothingInternal());

  @ArchTest
  static final ArchRule everyPackageForbidsNull =
      classes()
          .should(
              new ArchCondition<>("reside in a package that is @NullMarked") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                  events.add(
                      new SimpleConditionEvent(
                          type,
                          type.getPackage().isAnnotatedWith(NullMarked.class),
                          type.getPackageName() + " is not @NullMarked"));
                }
              });

  @Test
  void theModuleExportsNothingInternalExceptToThePlayground() throws IOException {
    try (InputStream file = Files.newInputStream(Path.of("target/classes/module-info.class"))) {
      assertThat(ModuleDescriptor.read(file).exports())
          .isNotEmpty()
          .filteredOn(exported -> exported.source().startsWith(INTERNAL))
          .singleElement()
          .returns(INTERNAL + ".failure", ModuleDescriptor.Exports::source)
          .returns(Set.of("io.github.rossumext.playground"), ModuleDescriptor.Exports::targets);
    }
  }

  private static ArchCondition<JavaCodeUnit> mentionNothingInternal() {
    return new ArchCondition<>("mention nothing of Jackson and nothing internal to callers") {
      @Override
      public void check(JavaCodeUnit unit, ConditionEvents events) {
        boolean isVisible =
            isVisible(unit.getModifiers())
                && isVisible(unit.getOwner().getModifiers())
                && !unit.getModifiers().contains(JavaModifier.SYNTHETIC);
        boolean mentions =
            Stream.concat(Stream.of(unit.getReturnType()), unit.getParameterTypes().stream())
                .flatMap(type -> type.getAllInvolvedRawTypes().stream())
                .map(JavaClass::getPackageName)
                .anyMatch(
                    name -> name.startsWith(INTERNAL) || name.startsWith("com.fasterxml.jackson"));
        events.add(new SimpleConditionEvent(unit, !(isVisible && mentions), unit.getDescription()));
      }
    };
  }

  private static boolean isVisible(Set<JavaModifier> modifiers) {
    return modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED);
  }
}
